import { markerIn } from '../../../lambda/domain/invite-routing';
import { durationSeconds } from '../../../lambda/domain/duration';
import type { Conversation, Leave } from '../../../lambda/domain/record';
import type { Settings } from '../../../lambda/domain/settings';
import type { Task } from '../../../local/twilio/records';
import { type Asked, asksFor, isAgent, isCommand, isOfThisAsk, mayCommand } from './asks';
import { DAY, HOUR, SECOND } from './constants';
import type { Answer } from './functions';
import {
  hasItsMoment,
  futuresOf,
  leaveEndsRightly,
  pausedIsOver,
  pauseEndsRightly,
  versionIsNext,
} from './record-rules';
import { Messages } from './messages';
import { settled, timersRun } from './settled';
import { TaskRules } from './task-rules';
import { TimerRules } from './timer-rules';
import { isLive } from './twilio';
import { Written } from './written';
import type { Parts } from './parts';

export interface Violation {
  readonly promise: string;
  /** Moment of the simulated clock. */
  readonly at: string;
  readonly detail: string;
}

const MOST_SKEW = 2 * SECOND;

/** What must always hold, looked at after every step, and what must hold in the end. */
export class Promises {
  readonly violations: Violation[] = [];
  readonly checked: Record<string, number> = {};
  /** Who wrote when another had read, by the function that won and the one that lost. */
  readonly races: Record<string, number> = {};
  /** What people heard, by what they asked for. */
  readonly answers: Record<string, number> = {};
  /** Milliseconds by which deadlines were late. */
  readonly lateness: number[] = [];
  /** By which run each pause was ended, by the pause's id. */
  readonly pauseEndedBy = new Map<string, string>();
  private readonly mayBeClosed = new Set<string>();
  private readonly taskRules = new TaskRules();
  /** What was asked, by the key of the run that was to do it. */
  private readonly asks = new Map<string, Asked>();
  private readonly everInvolved = new Map<string, Set<string>>();
  /** Tasks that agents had when they paused. */
  private readonly putAside = new Set<string>();
  private readonly written = new Written();
  /** Keys of the runs that wrote a record. */
  private readonly writers = new Set<string>();
  private readonly lastWriter = new Map<string, string>();
  private readonly limits: number[] = [];
  private readonly leaveLengths: number[] = [];
  private readonly timerRules = new TimerRules();
  private readonly messages = new Messages();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'runs' | 'table' | 'twilio' | 'stepFunctions' | 'faults'>,
  ) {}

  check(promise: string, holds: boolean, detail: () => string): void {
    this.checked[promise] = (this.checked[promise] ?? 0) + 1;
    if (holds) return;
    this.violations.push({ promise, at: this.world.time.now().toISOString(), detail: detail() });
  }

  lost(conversationSid: string): void {
    const race = `${this.lastWriter.get(conversationSid) ?? 'another'} before ${this.world.runs.current?.name}`;
    this.races[race] = (this.races[race] ?? 0) + 1;
  }

  /** Every version of a record, when it is written. */
  wrote(before: Conversation | undefined, after: Conversation): void {
    const { conversationSid } = after;
    this.lastWriter.set(conversationSid, this.world.runs.current?.name ?? 'another');
    this.writers.add(this.world.runs.current?.key ?? '');
    const show = () => JSON.stringify({ by: this.world.runs.current?.name, before, after });
    this.check('each write makes the next version', versionIsNext(before, after), show);
    this.check(
      'a conversation that is not closed has exactly one future',
      futuresOf(after).length === 1,
      () => `${futuresOf(after).join(' and ') || 'none'}: ${show()}`,
    );
    this.check('what is owed has a moment, and the record wakes by it', hasItsMoment(after), show);
    this.check(
      'paused only when the agent is free of the task',
      pausedIsOver(before, after, (task) => this.isLive(task)),
      show,
    );
    this.check(
      'a pause ends by a resume, a reply, its deadline, an end or another task',
      pauseEndsRightly(before, after),
      show,
    );
    if (before?.leave) this.leaveIsKept(before, after, show);
    if (after.leave && after.leave.leaveId !== before?.leave?.leaveId) this.leaveIsAsLong(after.leave, show);
    this.timersAreRight(after);
    const current = after.task?.taskSid;
    if (current !== undefined && this.taskRules.mayLiveBeside(current) && this.isLive(current))
      this.taskRules.isCurrent(current, this.othersThan(current, conversationSid), this.world.time.moment());
    if (after.channelState === 'closed' && before?.channelState !== 'closed')
      this.check('closed only when somebody asked, or at Twilio', this.mayClosed(conversationSid), show);
    if (isCommand(before, after)) this.commandIsRight(before, after, show);
    if (after.pause) this.deadlineIsAsAsked(before, after);
    if (before?.pause && after.pause?.pauseId !== before.pause.pauseId)
      this.pauseEnds(before.pause.pauseId, show);
    if (before?.pause && !after.pause && after.invite?.purpose === 'reassign')
      this.deadlineIsNotEarly(before);
    const involved = this.everInvolved.get(conversationSid) ?? new Set();
    for (const worker of [after.parkedBy, after.task?.workerSid]) if (worker) involved.add(worker);
    this.everInvolved.set(conversationSid, involved);
    this.written.add(after);
    if (after.task && after.pause && after.pause.pauseId !== before?.pause?.pauseId)
      this.putAside.add(after.task.taskSid);
  }

  /** Every event of Twilio's. */
  happened(fields: Record<string, string>): void {
    const { EventType: type, ConversationSid: conversationSid = '', StateTo: to } = fields;
    if (type === 'onMessageAdded') this.messages.added(this.world.twilio.platform, fields);
    if (type === 'task.created') this.taskCreated(fields['TaskSid'] ?? '', fields['TaskAttributes'] ?? '{}');
    if (type === 'onConversationStateUpdated' && to === 'closed')
      this.check(
        'a conversation is closed only when somebody asked',
        this.mayClosed(conversationSid),
        () => conversationSid,
      );
  }

  /** @param key of the run that is to do it */
  asked(asked: Asked, key: string): void {
    this.asks.set(key, asked);
  }

  answered(asked: Asked, { status = 0, body }: Answer): void {
    const { what, conversationSid, who } = asked;
    const { code } = body;
    const heard = `${what}: ${status === 0 ? 'no answer' : status}${typeof code === 'string' ? ` ${code}` : ''}`;
    this.answers[heard] = (this.answers[heard] ?? 0) + 1;
    if (code === 'at-capacity' || (what === 'resume' && body['routedTo'] === 'workflow'))
      this.world.faults.count('agent at capacity');
    if (status < 200 || status > 299) return;
    const mayHear =
      !isAgent(who) || this.everInvolved.get(conversationSid)?.has(who.workerSid ?? '') === true;
    this.check(
      "nobody hears of another agent's conversation",
      mayHear,
      () => `${who.name} ${what} ${conversationSid}`,
    );
    this.check(
      'what was answered with success is there',
      this.written.has(asked, body),
      () => `${JSON.stringify(asked)}: ${JSON.stringify(body)}`,
    );
  }

  /** From now on new pauses may have this limit, and new leaves last so long. */
  settingsAre({ pause: { timeLimit }, leave: { expiresAfter } }: Settings): void {
    this.limits.push(durationSeconds(timeLimit) ?? 0);
    this.leaveLengths.push(durationSeconds(expiresAfter) ?? 0);
  }

  /** A sweep has come to its end. @param since when neither sweeps nor the table were out */
  swept(since: number): void {
    const now = this.world.time.moment();
    for (const record of this.world.table.records.values()) {
      if (record.wakeAt === null) continue;
      const waits = now - Math.max(Date.parse(record.wakeAt), since);
      this.check('what is due does not wait through an hour of sweeps', waits < HOUR, () =>
        JSON.stringify(record),
      );
    }
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
    this.mayBeClosed.add(conversationSid);
  }

  /** A transfer, or Flex's own return from its Leave and Pause: tasks that are not ours. */
  madeByFlex({ sid, conversationSid }: Task): void {
    this.taskRules.madeByFlex(sid, this.othersThan(sid, conversationSid));
  }

  madeTooLate({ sid }: Task): void {
    this.taskRules.madeTooLate(sid);
  }

  /** When everything has worked again for two hours. */
  timersRun(): void {
    timersRun(this.world, (promise, holds, detail) => this.check(promise, holds, detail));
  }

  finish(): void {
    settled(
      this.world,
      {
        mayLiveBeside: (taskSid) => this.taskRules.mayLiveBeside(taskSid),
        wasPutAside: (taskSid) => this.putAside.has(taskSid),
      },
      (promise, holds, detail) => this.check(promise, holds, detail),
    );
  }

  private mayClosed(conversationSid: string): boolean {
    const involved = this.everInvolved.get(conversationSid);
    const isAsked = [...this.asks.values()].some(
      ({ what, conversationSid: of, who }) =>
        of === conversationSid && what === 'end' && (!isAgent(who) || involved?.has(who.workerSid ?? '')),
    );
    return isAsked || this.mayBeClosed.has(conversationSid);
  }

  private commandIsRight(before: Conversation | undefined, after: Conversation, show: () => string): void {
    this.check(
      "nobody acts on another agent's conversation",
      mayCommand(before, after, (...agentAndTask) => this.hasAtTwilio(...agentAndTask)),
      show,
    );
    this.check('what is done is what was asked', isOfThisAsk(this.thisAsk(), after), show);
  }

  /** What the run was asked for that is at work. */
  private thisAsk(): Asked | undefined {
    return this.asks.get(this.world.runs.current?.key ?? '');
  }

  private hasAtTwilio(workerSid: string, taskSid: string, conversationSid: string): boolean {
    const { tasks, reservations } = this.world.twilio.platform.store;
    const task = tasks.get(taskSid);
    if (task?.conversationSid !== conversationSid) return false;
    return task.reservationSids
      .map((sid) => reservations.get(sid))
      .some((one) => one?.workerSid === workerSid && HAD.includes(one.status));
  }

  private isLive(taskSid: string): boolean {
    const task = this.world.twilio.platform.store.tasks.get(taskSid);
    return task !== undefined && isLive(task);
  }

  private taskCreated(taskSid: string, attributes: string): void {
    const parsed = JSON.parse(attributes) as Record<string, unknown>;
    const marker = markerIn(parsed);
    const conversationSid = String(parsed['conversationSid']);
    if (marker === undefined || this.taskRules.isForeign(taskSid)) return;
    const others = this.othersThan(taskSid, conversationSid);
    const { isOnlyOne, besides } = this.taskRules.made(taskSid, marker.inviteId, others);
    this.check('one task for each wake-up', isOnlyOne, () => `${marker.inviteId}: ${taskSid}`);
    this.check(
      'no task beside a live one',
      besides.length === 0,
      () => `${taskSid} beside ${besides.map(({ sid, status }) => `${sid} ${status}`).join(' ')}`,
    );
  }

  private othersThan(taskSid: string, conversationSid: string): Task[] {
    return this.world.twilio.liveTasks(conversationSid).filter(({ sid }) => sid !== taskSid);
  }

  /** Nobody but the customer wakes what was left, and it is not closed before it expires. */
  private leaveIsKept(before: Conversation, after: Conversation, show: () => string): void {
    this.check('a leave ends by a reply, an end or another task', leaveEndsRightly(before, after), show);
    const isOver = Date.parse(before.leave!.expiresAt) <= this.world.time.moment() + MOST_SKEW;
    if (isOver) this.mayBeClosed.add(before.conversationSid);
    if (after.leave === null && after.invite?.purpose === 'reply')
      this.check(
        'only the customer brings a left conversation back',
        this.messages.newestOfCustomer(before.conversationSid) > (before.lastMessageIndex ?? -1),
        show,
      );
  }

  private leaveIsAsLong({ leftAt, expiresAt }: Leave, show: () => string): void {
    const seconds = (Date.parse(expiresAt) - Date.parse(leftAt)) / SECOND;
    this.check('a leave lasts as long as the settings said', this.leaveLengths.includes(seconds), show);
  }

  private pauseEnds(pauseId: string, show: () => string): void {
    this.check('a pause ends once', !this.pauseEndedBy.has(pauseId), show);
    this.pauseEndedBy.set(pauseId, this.world.runs.current?.key ?? '');
  }

  private timersAreRight(after: Conversation): void {
    const running = this.world.stepFunctions.running();
    const strays = this.timerRules.strays(after, running, this.world.time.moment());
    this.check(
      'a timer that is moot is stopped, or owed to be',
      strays.length === 0,
      () => `${strays.join(' ')}: ${JSON.stringify(after)}`,
    );
  }

  private deadlineIsAsAsked(before: Conversation | undefined, after: Conversation): void {
    const pause = after.pause!;
    const known = before?.pause?.pauseId === pause.pauseId ? before.pause : undefined;
    if (known?.deadline === pause.deadline) return;
    const begin = Date.parse(pause.pausedAt);
    const asked = this.thisAsk();
    const isAsked =
      asked?.what === (known ? 'change pause' : 'pause') &&
      asksFor(asked, pause, known ? undefined : pause.limitSeconds);
    const wasALimit = this.limits.includes(pause.limitSeconds);
    const isKept =
      known === undefined || (known.limitSeconds === pause.limitSeconds && known.pausedAt === pause.pausedAt);
    const most = asked && !isAgent(asked.who) ? 90 * DAY : pause.limitSeconds * SECOND;
    const isWithin = Date.parse(pause.deadline) - begin <= most;
    this.check(
      'a deadline is what was asked, or the limit when the pause began',
      isAsked && wasALimit && isKept && isWithin,
      () => JSON.stringify({ known, pause, asked, limits: this.limits }),
    );
  }

  private deadlineIsNotEarly({ pause }: Conversation): void {
    const late = this.world.time.moment() - Date.parse(pause!.deadline);
    this.lateness.push(late);
    this.check('a deadline is never early', late >= -MOST_SKEW, () => `${late} ms: ${JSON.stringify(pause)}`);
  }
}

/** Of reservations: their agent has the task, or has just had it. */
const HAD = ['accepted', 'wrapping', 'completed'];
