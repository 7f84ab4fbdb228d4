import { type Decision, wrongState } from './decision';
import { nextMarkAt } from './marks';
import { type Happening, type Happenings, MOVES } from './moves';
import { oweEvents } from './owed-events';
import { type Context, nextDue } from './pending';
import { type Conversation, joinsBy, placeOf } from './record';
import type { Settings } from './settings';
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

/** The record as it is written: one version on, owing what it tells, with the next moment at which the sweep looks. */
export function sealed(
  before: Conversation | undefined,
  next: Conversation,
  settings: Settings,
  context: Context,
): Conversation {
  const { now, run } = context;
  const written = { ...next, version: next.version + 1, updatedAt: now, writtenBy: run };
  const { pause, leave } = written;
  const pending = oweEvents(before, written, settings, context);
  const mark = pause && nextMarkAt(pause, now);
  const overdue = pause && plusSeconds(pause.deadline, OVERDUE_SECONDS);
  const isLookedAt = 'look-for-reply' in pending;
  const expiry = isLookedAt ? null : (leave?.expiresAt ?? null);
  return {
    ...written,
    pending,
    wakeAt: earliest([nextDue(pending), mark, overdue, expiry, joinsBy(written)]),
  };
}
