import type { Conversation } from '../../../lambda/domain/record';
import type { Settings } from '../../../lambda/domain/settings';
import type { Task } from '../../../local/twilio/records';
import type { Asked } from './asks';
import { type Check, Checks, type Violation } from './checks';
import { DAY } from './constants';
import type { SentEvent } from './event-bus';
import type { Reply } from '../../../lambda/http/reply';
import type { Answer, RouteName } from './functions';
import type { ScopedWebhook } from '../../../local/twilio/records';
import { Closings } from './judges/closings';
import { CustomRoutings } from './judges/custom-routings';
import { Descriptions } from './judges/descriptions';
import { Findings } from './judges/findings';
import { Hooks } from './judges/hooks';
import { type HandoverAsked, Handovers } from './judges/handovers';
import { Leaves } from './judges/leaves';
import { Pauses } from './judges/pauses';
import { Records } from './judges/records';
import { Refusals } from './judges/refusals';
import { COMPARED_WITHIN, Replies } from './judges/replies';
import { Requests } from './judges/requests';
import { Tally } from './judges/tally';
import { Tasks } from './judges/tasks';
import { Told } from './judges/told';
import { Messages } from './messages';
import { settled, timersRun } from './settled';
import type { Parts } from './parts';

/** What must always hold, looked at after every step, and what must hold in the end: who hears of what. */
export class Promises {
  readonly tally: Tally;
  readonly pauses: Pauses;
  private readonly customRoutings: CustomRoutings;
  private readonly checks: Checks;
  private readonly descriptions: Descriptions;
  private readonly records: Records;
  private readonly requests: Requests;
  private readonly closings: Closings;
  private readonly leaves: Leaves;
  private readonly hooks: Hooks;
  private readonly handovers: Handovers;
  private readonly tasks: Tasks;
  private readonly replies: Replies;
  private readonly refusals: Refusals;
  private readonly findings: Findings;
  private readonly told: Told;
  private readonly messages: Messages;
  /** Keys of the runs that wrote a record. */
  private readonly writers = new Set<string>();

  constructor(
    private readonly world: Pick<
      Parts,
      'time' | 'runs' | 'table' | 'histories' | 'twilio' | 'stepFunctions' | 'faults'
    >,
  ) {
    this.checks = new Checks(() => world.time.now());
    this.tally = new Tally(world);
    this.descriptions = new Descriptions(this.check);
    this.records = new Records(world, this.check);
    this.requests = new Requests(world, this.check);
    this.closings = new Closings(this.requests, this.check);
    this.messages = new Messages(world);
    this.leaves = new Leaves(world, this.closings, this.messages, this.check);
    this.handovers = new Handovers(world, this.check);
    this.pauses = new Pauses(world, this.requests, this.handovers, this.check);
    this.customRoutings = new CustomRoutings(world, this.check);
    this.hooks = new Hooks(world, this.check);
    this.tasks = new Tasks(world, this.requests, this.hooks, this.check);
    this.replies = new Replies(world, this.messages, this.check);
    this.refusals = new Refusals(world, this.check);
    this.findings = new Findings(world, this.check);
    this.told = new Told(world, this.requests, this.handovers, this.findings, this.check);
  }

  get check(): Check {
    return this.checks.check;
  }

  get violations(): readonly Violation[] {
    return this.checks.violations;
  }

  get checked(): Readonly<Record<string, number>> {
    return this.checks.counts;
  }

  /** Every version of a record, when it is written. */
  wrote(before: Conversation | undefined, after: Conversation): void {
    const run = this.world.runs.current;
    this.writers.add(run?.key ?? '');
    const write = { before, after, show: () => JSON.stringify({ by: run?.name, before, after }) };
    this.tally.wrote(write);
    this.records.wrote(write);
    this.tasks.wrote(write);
    this.leaves.wrote(write); // one that has expired may be closed by this very write
    this.closings.wrote(write);
    this.handovers.wrote(write);
    this.pauses.wrote(write);
    this.customRoutings.wrote(write);
    this.replies.wrote(write);
    this.told.wrote(write);
    this.requests.wrote(write);
  }

  /** A run has measured how late a deadline was, by its own clock. */
  measuredLateness(seconds: number): void {
    this.check('a deadline is measured to be late, or right in time', seconds >= 0, () => `${seconds} s`);
  }

  /** The event bus has taken an event. */
  published(event: SentEvent): void {
    this.told.published(event);
  }

  lost(conversationSid: string): void {
    this.tally.lost(conversationSid);
  }

  /** Every event of Twilio's. */
  happened(fields: Record<string, string>): void {
    this.tasks.happened(fields);
    this.closings.happened(fields);
    this.messages.happened(fields);
    this.handovers.happened(fields);
  }

  /** @param key of the run that is to do it */
  asked(asked: Asked, key: string): void {
    this.requests.asked(asked, key);
    this.refusals.asked(asked);
  }

  /** Every answer of a function behind API Gateway, as it was given. */
  replied(name: RouteName, reply: Reply): void {
    this.descriptions.answered(name, reply);
  }

  answered(asked: Asked, answer: Answer): void {
    this.tally.answered(asked.what, answer);
    this.requests.answered(asked, answer);
    this.refusals.answered(asked, answer);
  }

  /** @returns what is to be told of its answer */
  handoverAsked(asked: HandoverAsked): (answer: Answer) => void {
    const judge = this.handovers.asked(asked);
    return (answer) => {
      this.tally.answered('handover', answer);
      judge(answer);
    };
  }

  /** From now on what begins is by these. */
  settingsAre(settings: Settings): void {
    this.pauses.settingsAre(settings);
    this.leaves.settingsAre(settings);
    this.told.settingsAre(settings);
    this.customRoutings.settingsAre(settings);
  }

  /**
   * A sweep has come to its end.
   *
   * @param since  when nothing was out that it needs
   * @param within milliseconds that sixty sweeps take
   */
  swept(since: number, within: number): void {
    const now = this.world.time.moment();
    for (const record of this.world.table.records.values()) {
      if (record.wakeAt === null) continue;
      const waits = now - Math.max(Date.parse(record.wakeAt), since);
      this.check('what is due does not wait through sixty sweeps', waits < within, () =>
        JSON.stringify(record),
      );
    }
    for (const handover of this.world.table.handovers.all()) {
      if (handover.wakeAt === null || handover.to !== null) continue; // an agent is looked up first, at Twilio
      const waits = now - Math.max(Date.parse(handover.wakeAt), since);
      this.check('a handover does not wait through sixty sweeps', waits < within, () =>
        JSON.stringify(handover),
      );
    }
  }

  /** A sweep has come to its end. @param since when neither sweeps, the table nor Twilio were out */
  sweptWithTwilio(since: number): void {
    this.handovers.deletedHaveNothing(since, DAY);
  }

  /** When everything has worked again. @param within milliseconds that it may have taken */
  deletedHaveNothing(within: number): void {
    this.handovers.deletedHaveNothing(0, within);
  }

  strangerAnswered({ status = 0 }: Answer): void {
    this.check('a stranger hears nothing', status < 200 || status > 299, () => `answered ${status}`);
  }

  /** @param key of the run that was to take it */
  forgeryAnswered({ status }: Answer, key: string): void {
    this.check(
      'a forged webhook changes nothing',
      status === 403 && !this.writers.has(key),
      () => `${key} was answered ${status}`,
    );
  }

  mayClose(conversationSid: string): void {
    this.closings.mayClose(conversationSid);
  }

  madeByFlex(task: Task): void {
    this.tasks.madeByFlex(task);
  }

  hookOfOthers(hook: Pick<ScopedWebhook, 'sid' | 'conversationSid' | 'configuration'>): void {
    this.hooks.ofOthers(hook);
  }

  hookOfOurs(hook: Pick<ScopedWebhook, 'sid' | 'conversationSid'>, isTooLate: boolean): void {
    this.hooks.ofOurs(hook, isTooLate);
  }

  /** @param taskSid what we have accepted, and whose agent did not come */
  joinedNobody(taskSid: string): void {
    this.findings.joinedNobody(taskSid);
  }

  madeTooLate(task: Task): void {
    this.tasks.madeTooLate(task);
  }

  /** When everything has worked again for two hours. */
  timersRun(): void {
    timersRun(this.world, this.check);
    this.handovers.areDone();
  }

  /** When everything has worked again for as long as it takes to find what was lost. */
  lostNewsIsFound(): void {
    this.repliesAreSeen(COMPARED_WITHIN);
  }

  /** @param within milliseconds in which what the customer writes is seen */
  repliesAreSeen(within: number): void {
    this.replies.areSeen(within);
  }

  finish(): void {
    settled(this.world, this.tasks, this.check);
    this.told.finish();
    this.hooks.settled();
  }
}
