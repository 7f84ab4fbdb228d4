import type { Conversation, Pause } from '../../../lambda/domain/record';
import type { DemoUser } from '../../../local/twilio/demo';
import { CUSTOM_LOGIC, isCommand } from './asks';
import { DAY, HOUR, MOST_SKEW } from './constants';

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
  | 'InviteLost'
  | 'AcceptedButNotJoined'
  | 'ClosedByWrapUp';

/**
 * What one write of a record is to tell, in its order: told once more, and not by the code that is judged.
 *
 * @param found what was found wrong at Twilio
 */
export function tellingsOf(
  before: Conversation | undefined,
  after: Conversation,
  found: readonly Telling[],
): Telling[] {
  if (after.channelState === 'closed')
    return before?.channelState === 'closed' ? [...found] : [...found, 'ConversationEnded'];
  const was = before?.pause ?? null;
  const is = after.pause;
  const hasBegun = is !== null && is.pauseId !== was?.pauseId;
  const goesOn = is !== null && is.pauseId === was?.pauseId;
  return [
    ...(was !== null && !hasBegun && isReplied(before, after) ? (['CustomerReplied'] as const) : []),
    ...(hasBegun ? (['ConversationPaused'] as const) : []),
    ...(after.leave && after.leave.leaveId !== before?.leave?.leaveId ? (['ConversationLeft'] as const) : []),
    ...(goesOn && isChanged(was, is) ? (['PauseChanged'] as const) : []),
    ...(goesOn && isMarked(was, is) ? (['PauseMarkReached'] as const) : []),
    ...comesBack(before, after),
    ...(isSentByCustomLogic(before, after) ? (['ConversationReassigned'] as const) : []),
    ...(isInviteLost(before, after) ? (['InviteLost'] as const) : []),
    ...found,
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

/** By an invite, or to custom logic; a task that somebody else made tells nothing. */
function comesBack(before: Conversation | undefined, after: Conversation): Telling[] {
  const wasAside = Boolean(before?.pause ?? before?.leave);
  const isAside = Boolean(after.pause ?? after.leave);
  if (!wasAside || isAside) return [];
  if (isCustomLogics(after)) return ['ConversationReactivated'];
  if (!after.invite || after.invite.inviteId === before?.invite?.inviteId) return [];
  if (after.invite.purpose === 'resume') return ['ConversationResumed'];
  return after.invite.purpose === 'reply' && before?.leave
    ? ['ConversationReactivated']
    : ['ConversationReassigned'];
}

/** The first invite that custom logic asks for; those that follow it are the same one's. */
function isSentByCustomLogic(before: Conversation | undefined, after: Conversation): boolean {
  return before?.invite === null && after.invite?.purpose === 'custom';
}

/** Nobody took its task, or custom logic brought none in its time. */
function isInviteLost(before: Conversation | undefined, after: Conversation): boolean {
  if (!before || !after.invite) return false;
  if (before.invite !== null) return after.invite.lost > before.invite.lost;
  return isCustomLogics(before) && after.invite.purpose === 'reply';
}

function isCustomLogics({ pending }: Conversation): boolean {
  return 'await-custom-routing' in pending;
}

/** What is known of why a record was written. */
export interface Why {
  /** Of this run. */
  readonly asker: DemoUser | undefined;
  /** Who has asked for the pause to go where it went. */
  readonly handedOverBy: readonly DemoUser[];
  /** The agent whose pause it was is deleted. */
  readonly isAgentGone: boolean;
  readonly isDeadlineOver: boolean;
}

/**
 * Who may be named for what is told: the customer of a reply, and whoever asked for what was done, also long before; the
 * deadline where nobody did. Of all else, nobody is named.
 */
export function namesFor(
  types: readonly Telling[],
  before: Conversation | undefined,
  after: Conversation,
  why: Why,
): string[] {
  if (types.includes('CustomerReplied') || types.includes('ConversationReactivated')) return ['customer'];
  if (isCommand(before, after)) return why.asker ? [nameOf(why.asker)] : [];
  if (types.includes('PauseChanged')) return why.handedOverBy.map(nameOf);
  if (!types.includes('ConversationReassigned')) return ['system'];
  return [
    ...why.handedOverBy.map(nameOf),
    ...(why.isAgentGone ? ['system'] : []),
    ...(why.isDeadlineOver ? ['deadline'] : []),
  ];
}

/** An identity may be an address: a person without a worker stays unnamed. */
function nameOf(who: DemoUser): string {
  return who === CUSTOM_LOGIC ? 'service' : (who.workerSid ?? 'system');
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
  const latest = Date.parse(updatedAt) + 2 * MOST_SKEW; // who told it was ahead, who writes now is behind
  return markMoments(pause).some(({ mark, at }) => mark === pause.toldMark && at <= latest);
}

/** As long as a mark is to be told, the record wakes by it. */
export function wakesByItsMark({ pause, wakeAt, updatedAt }: Conversation): boolean {
  if (pause === null || pause.deadline <= updatedAt) return true;
  const [next] = markMoments(pause).filter(({ mark }) => hoursTo(mark) < hoursTo(pause.toldMark));
  return next === undefined || (wakeAt !== null && Date.parse(wakeAt) <= next.at);
}
