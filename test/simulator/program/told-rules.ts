import type { Conversation, Pause } from '../../../lambda/domain/record';
import { isCommand } from './asks';
import { DAY, HOUR } from './constants';

/** What the bus and the history call what happened. */
export type Telling =
  | 'ConversationPaused'
  | 'ConversationLeft'
  | 'ConversationResumed'
  | 'ConversationReassigned'
  | 'ConversationReactivated'
  | 'ConversationEnded'
  | 'PauseMarkReached'
  | 'PauseChanged'
  | 'CustomerReplied'
  | 'InviteLost';

/** What one write of a record is to tell, in its order: told once more, and not by the code that is judged. */
export function tellingsOf(before: Conversation | undefined, after: Conversation): Telling[] {
  if (after.channelState === 'closed') return before?.channelState === 'closed' ? [] : ['ConversationEnded'];
  const was = before?.pause ?? null;
  const is = after.pause;
  const hasBegun = is !== null && is.pauseId !== was?.pauseId;
  const goesOn = is !== null && is.pauseId === was?.pauseId;
  return [
    ...(was !== null && !hasBegun && isReplied(before, after) ? (['CustomerReplied'] as const) : []),
    ...(hasBegun ? (['ConversationPaused'] as const) : []),
    ...(after.leave && after.leave.leaveId !== before?.leave?.leaveId ? (['ConversationLeft'] as const) : []),
    ...(goesOn && isChanged(was!, is) ? (['PauseChanged'] as const) : []),
    ...(goesOn && isMarked(was!, is) ? (['PauseMarkReached'] as const) : []),
    ...comesBack(before, after),
    ...(before?.invite && after.invite && after.invite.lost > before.invite.lost
      ? (['InviteLost'] as const)
      : []),
  ];
}

function isReplied(before: Conversation | undefined, after: Conversation): boolean {
  return (after.lastMessageIndex ?? -1) > (before?.lastMessageIndex ?? -1);
}

function isChanged(was: Pause, is: Pause): boolean {
  return was.deadline !== is.deadline || was.note !== is.note || was.workerSid !== is.workerSid;
}

function isMarked(was: Pause, is: Pause): boolean {
  return hoursTo(is.toldMark) < hoursTo(was.toldMark);
}

function hoursTo(mark: Pause['toldMark']): number {
  return mark === null ? Infinity : mark === 'within-1-hour' ? 1 : 24;
}

/** By an invite; a task that somebody else made tells nothing. */
function comesBack(before: Conversation | undefined, after: Conversation): Telling[] {
  const wasAside = Boolean(before?.pause ?? before?.leave);
  const isAside = Boolean(after.pause ?? after.leave);
  if (!wasAside || isAside || !after.invite || after.invite.inviteId === before?.invite?.inviteId) return [];
  if (after.invite.purpose === 'resume') return ['ConversationResumed'];
  return after.invite.purpose === 'reply' && before?.leave
    ? ['ConversationReactivated']
    : ['ConversationReassigned'];
}

/**
 * Who must be named: the customer of a reply, and whoever asked for what was done. Of all else, nobody is named.
 *
 * @param workerSid of who asked, null without a worker; undefined: nobody has asked this run for anything
 */
export function isNamedRightly(
  by: string,
  types: readonly Telling[],
  before: Conversation | undefined,
  after: Conversation,
  workerSid: string | null | undefined,
): boolean {
  if (types.includes('CustomerReplied') || types.includes('ConversationReactivated'))
    return by === 'customer';
  if (isCommand(before, after)) return by === (workerSid ?? 'system');
  return by === 'system' || by === 'deadline';
}

const MARKS = [
  { mark: 'within-24-hours', milliseconds: DAY },
  { mark: 'within-1-hour', milliseconds: HOUR },
] as const;

/** Moments at which marks are reached after the pause began, in milliseconds since 1970. */
export function markMoments({ pausedAt, deadline }: Pick<Pause, 'pausedAt' | 'deadline'>) {
  const moments = MARKS.map(({ mark, milliseconds }) => ({ mark, at: Date.parse(deadline) - milliseconds }));
  return moments.filter(({ at }) => at > Date.parse(pausedAt));
}

/** What was told last is a mark that the pause is within. */
export function isWithinItsMark({ pause, updatedAt }: Conversation): boolean {
  if (!pause?.toldMark) return true;
  return markMoments(pause).some(({ mark, at }) => mark === pause.toldMark && at <= Date.parse(updatedAt));
}

/** As long as a mark is to be told, the record wakes by it. */
export function wakesByItsMark({ pause, wakeAt, updatedAt }: Conversation): boolean {
  if (pause === null || pause.deadline <= updatedAt) return true;
  const [next] = markMoments(pause).filter(({ mark }) => hoursTo(mark) < hoursTo(pause.toldMark));
  return next === undefined || (wakeAt !== null && Date.parse(wakeAt) <= next.at);
}
