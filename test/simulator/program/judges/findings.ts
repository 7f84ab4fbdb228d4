import type { Conversation } from '../../../../lambda/domain/record';
import type { Check } from '../checks';
import { MINUTE } from '../constants';
import type { Parts } from '../parts';
import type { Telling } from '../told-rules';
import type { Write } from './write';

/** What a pause or leave has begun with. */
interface WrapUp {
  readonly taskSid: string;
  /** Milliseconds since 1970, as the record tells; null: not yet. */
  readonly endedAt: number | null;
  readonly closedAt: number | null;
}

/** What should not be at Twilio, and is to be told: agents who do not join, and channels that close with a wrap-up. */
export class Findings {
  /** By conversation, as long as its end could be what closes the channel. */
  private readonly wrapUps = new Map<string, WrapUp>();
  /** Tasks that we have accepted for an agent who has not come into the channel by that. */
  private readonly withoutAgent = new Set<string>();
  private readonly told = new Set<string>();

  constructor(
    private readonly world: Pick<Parts, 'twilio'>,
    private readonly check: Check,
  ) {}

  joinedNobody(taskSid: string): void {
    this.withoutAgent.add(taskSid);
  }

  /** @returns what this write is to tell */
  wrote(write: Write): Telling[] {
    return [...this.missing(write), ...this.closed(write)];
  }

  private missing({ before, after, show }: Write): Telling[] {
    const { finding, task } = after;
    const isTold = finding?.what === 'AcceptedButNotJoined' && finding.taskSid !== before?.finding?.taskSid;
    if (task !== null && isLookedFor(before, after) && this.isWithoutAgent(task.taskSid))
      this.check('an agent who has not joined by our accept is told', isTold, show);
    if (!isTold) return [];
    this.check(
      'only an agent who has not joined by our accept is told, and once',
      this.withoutAgent.has(finding.taskSid) &&
        !this.told.has(finding.taskSid) &&
        task?.taskSid === finding.taskSid,
      show,
    );
    this.told.add(finding.taskSid);
    return ['AcceptedButNotJoined'];
  }

  private isWithoutAgent(taskSid: string): boolean {
    const task = this.world.twilio.platform.store.tasks.get(taskSid);
    return this.withoutAgent.has(taskSid) && task?.status === 'assigned';
  }

  private closed({ before, after }: Write): Telling[] {
    const { conversationSid, updatedAt } = after;
    const known = begunNow(before, after) ?? this.wrapUps.get(conversationSid);
    if (known === undefined) return [];
    if (isOutlived(known, after) || isClosedByUs(before, after)) {
      this.wrapUps.delete(conversationSid);
      return [];
    }
    const now = Date.parse(updatedAt);
    const wrapUp: WrapUp = {
      ...known,
      endedAt: known.endedAt ?? (isKnownOver(known, after) ? now : null),
      closedAt: known.closedAt ?? (after.channelState === 'closed' ? now : null),
    };
    this.wrapUps.set(conversationSid, wrapUp);
    if (wrapUp.endedAt === null || wrapUp.closedAt === null) return [];
    this.wrapUps.delete(conversationSid);
    const isByIt = Math.abs(wrapUp.endedAt - wrapUp.closedAt) <= MINUTE;
    return isByIt ? ['ClosedByWrapUp'] : [];
  }
}

/** The look is over with this write, and all is as it was. */
function isLookedFor(before: Conversation | undefined, after: Conversation): boolean {
  const { task, channelState, wrapUp } = after;
  if (!before?.task || before.task.taskSid !== task?.taskSid || task.status !== 'assigned') return false;
  const look = `look-for-agent:${task.taskSid}`;
  return channelState === 'active' && wrapUp === null && look in before.pending && !(look in after.pending);
}

function begunNow(before: Conversation | undefined, after: Conversation): WrapUp | undefined {
  const isPaused = after.pause !== null && after.pause.pauseId !== before?.pause?.pauseId;
  const isLeft = after.leave !== null && after.leave.leaveId !== before?.leave?.leaveId;
  if (!(isPaused || isLeft) || after.task === null) return undefined;
  return { taskSid: after.task.taskSid, endedAt: null, closedAt: null };
}

/** The channel has had another task since. */
function isOutlived({ taskSid }: WrapUp, { task }: Conversation): boolean {
  return task !== null && task.taskSid !== taskSid;
}

function isClosedByUs(before: Conversation | undefined, after: Conversation): boolean {
  return 'close-channel' in after.pending && !(before && 'close-channel' in before.pending);
}

function isKnownOver({ taskSid }: WrapUp, { formerTasks }: Conversation): boolean {
  return formerTasks.some((former) => former.taskSid === taskSid && former.over);
}
