import { oweInvite } from '../invites';
import type { Context } from '../pending';
import { type Conversation, type Purpose, withoutTask } from '../record';
import type { Instant } from '../time';
import { oweParticipantClosed } from '../wrap-up';

/** What was put aside is active again: a wrap-up that goes on is ended first, then a new task is invited. */
export function bringBack(
  record: Conversation,
  invite: { purpose: Purpose; workerSid: string | null; direct: boolean; notBefore?: Instant },
  context: Context,
): Conversation {
  const ended = withoutTask(oweParticipantClosed(record, context), false);
  const active = {
    ...ended,
    channelState: 'active',
    wrapUp: null,
    pause: null,
    leave: null,
    compareAt: null,
  } as const;
  return oweInvite(active, invite, context);
}
