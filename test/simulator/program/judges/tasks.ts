import { markerIn } from '../../../../lambda/domain/invite-routing';
import type { Task } from '../../../../local/twilio/records';
import { type Conversation, isAccepted } from '../../../../lambda/domain/record';
import { isCommand } from '../asks';
import type { Check } from '../checks';
import { SECOND } from '../constants';
import type { Parts } from '../parts';
import { TaskRules } from '../task-rules';
import type { Hooks } from './hooks';
import type { Requests } from './requests';
import type { Write } from './write';

/** Which tasks there may be for a conversation. */
export class Tasks {
  private readonly rules = new TaskRules();
  /** When its agent accepted each task, in seconds since 1970: all that webhooks tell. */
  private readonly acceptedAt = new Map<string, number>();
  /** Of the tasks that the record of a conversation had. */
  private readonly lastAccepted = new Map<string, number>();
  /** Tasks that agents had when they paused. */
  private readonly putAside = new Set<string>();
  private readonly madeByFlows = new Set<string>();
  /** Invites that were still on their way when a task that Flex or a flow had made by itself took their place. */
  private readonly overtaken = new Set<string>();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'twilio' | 'table'>,
    private readonly requests: Requests,
    private readonly hooks: Hooks,
    private readonly check: Check,
  ) {}

  /** A transfer, or Flex's own return from its Leave and Pause: tasks that are not ours. */
  madeByFlex({ sid, conversationSid }: Task): void {
    this.rules.madeByFlex(sid, this.othersThan(sid, conversationSid));
  }

  madeTooLate({ sid }: Task): void {
    this.rules.madeTooLate(sid);
  }

  mayLiveBeside(taskSid: string): boolean {
    return this.rules.mayLiveBeside(taskSid);
  }

  /** It was the agent's when the conversation was paused. */
  wasPutAside(taskSid: string): boolean {
    return this.putAside.has(taskSid);
  }

  wrote({ before, after, show }: Write): void {
    const { task, pause, conversationSid } = after;
    if (isRepaired(before, after))
      this.check(
        'of two live tasks, the other one takes the place of the first',
        !this.hasOther(after),
        show,
      );
    if (task === null) return;
    const invite = before?.invite?.inviteId;
    const isOthers = this.rules.isForeign(task.taskSid) || this.madeByFlows.has(task.taskSid);
    if (invite !== undefined && after.invite?.inviteId !== invite && isOthers) this.overtaken.add(invite);
    const isNew = before?.task?.taskSid !== task.taskSid || !isAccepted(before.task);
    if (isNew && isAccepted(task)) this.isLater(before, after, show);
    const others = this.world.twilio.liveTasks(conversationSid);
    if (this.rules.mayLiveBeside(task.taskSid) && others.some(({ sid }) => sid === task.taskSid))
      this.rules.isCurrent(
        task.taskSid,
        others.filter(({ sid }) => sid !== task.taskSid),
        this.world.time.moment(),
      );
    if (pause && pause.pauseId !== before?.pause?.pauseId) this.putAside.add(task.taskSid);
  }

  /** Every event of Twilio's. */
  happened({
    EventType: type,
    TaskSid: taskSid = '',
    TaskAttributes: attributes = '{}',
  }: Record<string, string>): void {
    if (type === 'reservation.accepted')
      this.acceptedAt.set(taskSid, Math.floor(this.world.time.moment() / SECOND));
    if (type === 'task.created') this.created(taskSid, JSON.parse(attributes) as Record<string, unknown>);
  }

  /** What has a task or was put aside is another agent's only by a later accept; what is looked for is where it is found. */
  private isLater(before: Conversation | undefined, after: Conversation, show: () => string): void {
    const { conversationSid } = after;
    const accepted = this.acceptedAt.get(after.task!.taskSid);
    if (accepted === undefined) return;
    const last = this.lastAccepted.get(conversationSid) ?? 0;
    this.lastAccepted.set(conversationSid, Math.max(last, accepted));
    if (before === undefined || isCommand(before, after) || isLookedFor(before)) return;
    this.check('a conversation follows the accept that came last', accepted >= last, show);
  }

  private created(taskSid: string, attributes: Record<string, unknown>): void {
    if (this.rules.isForeign(taskSid)) return;
    const marker = markerIn(attributes);
    const conversationSid = String(attributes['conversationSid']);
    const others = this.othersThan(taskSid, conversationSid);
    if (marker === undefined) {
      if ('studioFlowSid' in attributes) this.madeByFlow(taskSid, conversationSid, others);
      return;
    }
    if (this.overtaken.has(marker.inviteId)) this.rules.madeTooLate(taskSid);
    const made = this.rules.made(taskSid, marker.inviteId, others);
    const { isOnlyOne } = made;
    // Who sends it somewhere else does not know what a flow has just made, nor what one makes by a hook that was given up.
    const isUnknown =
      SENT_ELSEWHERE.includes(marker.purpose ?? '') || this.hooks.mayBeForgotten(conversationSid);
    const besides = made.besides.filter(({ sid }) => !isUnknown || !this.madeByFlows.has(sid));
    if (marker.purpose === 'reassign' && marker.workerSid !== undefined)
      this.check(
        'a reassigned task names nobody but the agent who was asked for',
        this.requests.isReassignAsked(conversationSid, marker.workerSid),
        () => `${taskSid}: ${JSON.stringify(marker)}`,
      );
    this.check('one task for each wake-up', isOnlyOne, () => `${marker.inviteId}: ${taskSid}`);
    this.check(
      'no task beside a live one',
      besides.length === 0,
      () => `${taskSid} beside ${besides.map(({ sid, status }) => `${sid} ${status}`).join(' ')}`,
    );
  }

  /** A Studio flow has made it, of what the customer wrote. */
  private madeByFlow(taskSid: string, conversationSid: string, others: readonly Task[]): void {
    this.madeByFlows.add(taskSid);
    if (others.length === 0) return;
    const record = this.world.table.records.get(conversationSid);
    if (others.some(({ sid }) => !this.rules.mayLiveBeside(sid)))
      this.check(
        'a flow makes a task beside another only while it is taken off, or that one',
        (record !== undefined && isOnItsWayOut(record)) || this.hooks.mayBeForgotten(conversationSid),
        () => `${taskSid}: ${JSON.stringify(record)}`,
      );
    this.rules.madeByFlex(taskSid, others);
  }

  /** An agent has one of its former tasks. */
  private hasOther({ formerTasks, conversationSid }: Conversation): boolean {
    return this.world.twilio
      .liveTasks(conversationSid)
      .some((live) => live.status === 'assigned' && formerTasks.some(({ taskSid }) => taskSid === live.sid));
  }

  private othersThan(taskSid: string, conversationSid: string): Task[] {
    return this.world.twilio.liveTasks(conversationSid).filter(({ sid }) => sid !== taskSid);
  }
}

/** What is found then may have been accepted at any time. */
function isLookedFor({ pending }: Conversation): boolean {
  return 'look-for-task' in pending || 'await-custom-routing' in pending;
}

/** Its task was looked for, and another one is to be made. */
function isRepaired(before: Conversation | undefined, after: Conversation): boolean {
  const isNew = after.invite !== null && after.invite.inviteId !== before?.invite?.inviteId;
  return isNew && after.invite.purpose === 'repair' && Boolean(before && isLookedFor(before));
}

/** The flow's hook is to be taken off, or the agent who has put the conversation aside to be taken out. */
function isOnItsWayOut({ pending, wrapUp }: Conversation): boolean {
  const kinds = Object.values(pending).map(({ kind }) => kind);
  return (
    wrapUp !== null || kinds.some((kind) => ['take-studio-hook-off', 'close-participant'].includes(kind))
  );
}

/** Purposes of tasks that somebody has asked for. */
const SENT_ELSEWHERE = ['custom', 'reassign'];
