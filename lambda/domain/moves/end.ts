import { apply, type Decision, NOTHING } from '../decision';
import { dropInvite } from '../invites';
import { type Context, drop, hurry, idsOf, owe } from '../pending';
import { type Conversation, isAccepted, withoutTask } from '../record';
import { withoutStudioHook } from '../studio-hook';
import { oweTimerStop } from '../timers';
import { oweParticipantClosed, withCloserFound } from '../wrap-up';

export interface EndInput {
  /** The caller holds an assigned task and wraps it up after the end. */
  readonly keepsWrapUp: boolean;
}

/** Ends the conversation for good. From a wrap-up, the agent's participant is closed first. */
export function endConversation(record: Conversation, { keepsWrapUp }: EndInput, context: Context): Decision {
  const closing = record.wrapUp === null ? record : oweParticipantClosed(record, context);
  const free = { ...closing, pending: dropInvite(closing, context) };
  const stopped = withoutStudioHook({ ...free, pending: oweTimerStop(free, context) }, context);
  const effect = { kind: 'close-channel', endTasks: !keepsWrapUp } as const;
  const after = idsOf(stopped.pending, 'close-participant');
  return apply({
    ...stopped,
    ...closedFacts(context),
    wrapUp: keepsWrapUp ? 'end' : null,
    lastWrapUp: null,
    pending: owe(hurry(stopped.pending, after, context), effect, context, { after }),
  });
}

/** Twilio says that the channel or the conversation is closed or gone: the timer is stopped, an agent may still wrap up. */
export function foundClosed(record: Conversation, _input: unknown, context: Context): Decision {
  const stopped = { ...record, pending: oweTimerStop(record, context) };
  const isWrappingUp = record.task !== null && isAccepted(record.task);
  const closed = withCloserFound({
    ...stopped,
    ...closedFacts(context),
    wrapUp: isWrappingUp ? 'end' : null,
    lastCommand: null,
    pending: drop(stopped.pending, mootWhenClosed(stopped), context),
  });
  return apply(isWrappingUp ? closed : withoutTask(closed, true));
}

/** The same news of a conversation that we have ended ourselves: what was still to be done at its channel is done. */
export function foundClosedAgain(record: Conversation, _input: unknown, context: Context): Decision {
  const owed = record.pending['close-channel'];
  if (owed?.kind === 'close-channel') return apply(channelClosed(record, owed, context));
  const moot = mootWhenClosed(record);
  return moot.length === 0 ? NOTHING : apply({ ...record, pending: drop(record.pending, moot, context) });
}

const MOOT_WHEN_CLOSED = [
  'wrap-up-task',
  'invite',
  'accept',
  'look-for-agent',
  'close-channel',
  'look-for-task',
  'look-for-reply',
  'await-custom-routing',
  'put-studio-hook',
  'take-studio-hook-off',
] as const;

/** A participant is still to be closed: that is what ends the agent's task. */
function mootWhenClosed({ pending }: Conversation): string[] {
  return idsOf(pending, ...MOOT_WHEN_CLOSED);
}

/** The channel is closed, as asked: its tasks ended with it, or the agent wraps up now. */
export function channelClosed(
  record: Conversation,
  { endTasks }: { endTasks: boolean },
  context: Context,
): Conversation {
  const closed = {
    ...record,
    pending: drop(record.pending, idsOf(record.pending, 'close-channel'), context),
  };
  if (endTasks) return { ...withoutTask(closed, true), wrapUp: null };
  return closed.task === null ? closed : { ...closed, task: { ...closed.task, status: 'wrapping' } };
}

function closedFacts({ now }: Context) {
  return {
    channelState: 'closed',
    heldBy: null,
    pause: null,
    leave: null,
    studioHook: null,
    invite: null,
    closedAt: now,
    compareAt: null,
  } as const;
}
