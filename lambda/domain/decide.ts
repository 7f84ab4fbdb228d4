import { type Decision, wrongState } from './decision';
import { type Happening, type Happenings, MOVES } from './moves';
import { type Context, nextDue } from './pending';
import { type Conversation, placeOf } from './record';
import { earliest, MINUTE, plusSeconds } from './time';

/** The sweep takes a deadline that its timer has let pass by this much. */
export const OVERDUE_SECONDS = MINUTE;

/** Looks up the move for where the record is, and makes it. What the table does not have is refused as `wrong-state`. */
export function decide<H extends Happening>(
  record: Conversation,
  happening: H,
  input: Happenings[H],
  context: Context,
): Decision {
  const move = MOVES[happening][placeOf(record)];
  return move ? move(record, input, context) : wrongState(record);
}

/** The record as it is written: one version on, with the next moment at which the sweep looks. */
export function sealed(next: Conversation, { now, run }: Context): Conversation {
  const overdue = next.pause === null ? null : plusSeconds(next.pause.deadline, OVERDUE_SECONDS);
  const isLookedAt = 'look-for-reply' in next.pending;
  const expiry = isLookedAt ? null : (next.leave?.expiresAt ?? null);
  return {
    ...next,
    version: next.version + 1,
    updatedAt: now,
    writtenBy: run,
    wakeAt: earliest([nextDue(next.pending), overdue, expiry]),
  };
}
