import type { Conversation } from '../../../../lambda/domain/record';
import { type Asked, isAgent, isCommand, isOfThisAsk, mayCommand } from '../asks';
import type { Check } from '../checks';
import type { Answer } from '../functions';
import type { Parts } from '../parts';
import { Written } from '../written';
import type { Write } from './write';

/** Who asked for what, who may, and what is heard. */
export class Requests {
  /** What was asked, by the key of the run that was to do it. */
  private readonly asks = new Map<string, Asked>();
  /** Agents who ever had a conversation. */
  private readonly everInvolved = new Map<string, Set<string>>();
  private readonly written = new Written();

  constructor(
    private readonly world: Pick<Parts, 'runs' | 'twilio'>,
    private readonly check: Check,
  ) {}

  /** @param key of the run that is to do it */
  asked(asked: Asked, key: string): void {
    this.asks.set(key, asked);
  }

  /** What the run was asked for that is at work. */
  get ofThisRun(): Asked | undefined {
    return this.asks.get(this.world.runs.current?.key ?? '');
  }

  /** Whether somebody who may has asked for the end of the conversation. */
  isEndAsked(conversationSid: string): boolean {
    return [...this.asks.values()].some(
      ({ what, conversationSid: of, who }) =>
        of === conversationSid && what === 'end' && this.mayHear(conversationSid, who),
    );
  }

  /** Whether somebody has asked for the conversation to be reassigned to this agent. */
  isReassignAsked(conversationSid: string, workerSid: string): boolean {
    return [...this.asks.values()].some(
      ({ what, conversationSid: of, body }) =>
        what === 'reassign' && of === conversationSid && body['workerSid'] === workerSid,
    );
  }

  wrote({ before, after, show }: Write): void {
    if (isCommand(before, after)) this.commandIsRight(before, after, show);
    const involved = this.everInvolved.get(after.conversationSid) ?? new Set();
    for (const worker of [after.parkedBy, after.task?.workerSid]) if (worker) involved.add(worker);
    this.everInvolved.set(after.conversationSid, involved);
    this.written.add(after);
  }

  answered(asked: Asked, { status = 0, body }: Answer): void {
    if (status < 200 || status > 299) return;
    const { what, conversationSid, who } = asked;
    this.check(
      "nobody hears of another agent's conversation",
      this.mayHear(conversationSid, who),
      () => `${who.name} ${what} ${conversationSid}`,
    );
    this.check(
      'what was answered with success is there',
      this.written.has(asked, body),
      () => `${JSON.stringify(asked)}: ${JSON.stringify(body)}`,
    );
  }

  private mayHear(conversationSid: string, who: Asked['who']): boolean {
    return !isAgent(who) || this.everInvolved.get(conversationSid)?.has(who.workerSid ?? '') === true;
  }

  private commandIsRight(before: Conversation | undefined, after: Conversation, show: () => string): void {
    this.check(
      "nobody acts on another agent's conversation",
      mayCommand(before, after, (...agentAndTask) => this.hasAtTwilio(...agentAndTask)),
      show,
    );
    this.check('what is done is what was asked', isOfThisAsk(this.ofThisRun, after), show);
  }

  private hasAtTwilio(workerSid: string, taskSid: string, conversationSid: string): boolean {
    const { tasks, reservations } = this.world.twilio.platform.store;
    const task = tasks.get(taskSid);
    if (task?.conversationSid !== conversationSid) return false;
    return task.reservationSids
      .map((sid) => reservations.get(sid))
      .some((one) => one?.workerSid === workerSid && HAD.includes(one.status));
  }
}

/** Of reservations: their agent has the task, or has just had it. */
const HAD = ['accepted', 'wrapping', 'completed'];
