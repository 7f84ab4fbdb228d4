import { oweInvite } from '../invites';
import type { Context } from '../pending';
import { type Conversation, type Purpose, withoutTask } from '../record';
import { oweParticipantClosed } from '../wrap-up';

/** What was put aside is active again: a wrap-up that goes on is ended first, then a new task is invited. */
export function bringBack(
  record: Conversation,
  invite: { purpose: Purpose; workerSid: string | null; direct: boolean },
  context: Context,
): Conversation {
  return oweInvite(activeAgain(record, context), invite, context);
}

/** Not put aside any more, and without a task; the agent who still wraps up the old one is taken out of it. */
export function activeAgain(record: Conversation, context: Context): Conversation {
  return {
    ...withoutTask(oweParticipantClosed(record, context), false),
    channelState: 'active',
    wrapUp: null,
    pause: null,
    leave: null,
    compareAt: null,
  };
}
