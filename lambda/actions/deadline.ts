import { decide } from '../domain/decide';
import { apply, type Decision, NOTHING } from '../domain/decision';
import { isDueBy, withDueTaken } from '../domain/due';
import { type Context, effectId } from '../domain/pending';
import type { Conversation } from '../domain/record';
import { type Instant, instant, MINUTE, plusSeconds, secondsBetween } from '../domain/time';
import { changeAndSettle } from './change-and-settle';
import type { Deps, TimerInput } from './ports';

/** A timer may fire this much early by the clock of its Lambda: it fails, and is retried. */
const EARLY_MILLISECONDS = 5_000;
/** 10,000 deadlines at one moment take Twilio less, at 50 calls a second. What takes longer is left to the sweep. */
const BY_TIMER_SECONDS = 10 * MINUTE;
/** A timer calls again within 30 s (lib/pause-timer.ts): what is put off for longer is left to the sweep too. */
const SOON_SECONDS = 30;

/** Step Functions calls again in a few seconds. */
export class TooEarly extends Error {
  override readonly name = 'TooEarly';
}

/** The deadline was taken, and Twilio has too many calls for its invite, or another run is at it: Step Functions calls again. */
export class InviteStillOwed extends Error {
  override readonly name = 'InviteStillOwed';
}

/** The timer knows a conversation that the table does not: somebody has to look. */
export class NoSuchRecord extends Error {
  override readonly name = 'NoSuchRecord';
}

function noSuchRecord(conversationSid: string, { metrics }: Deps): NoSuchRecord {
  metrics.measure({ TimersWithoutRecord: 1 });
  return new NoSuchRecord(`No record of ${conversationSid}`);
}

/**
 * A timer has fired: back to the queue, if it is this pause's and the record's own deadline has come. An old
 * deadline, or one of a pause that is over, does nothing, but for what a deadline that was taken still owes.
 *
 * @throws TooEarly, InviteStillOwed where the timer has to fire again
 */
export async function deadline(input: TimerInput, deps: Deps): Promise<void> {
  const { conversationSid, pauseId } = input;
  const { record } = await changeAndSettle(
    conversationSid,
    'deadline',
    (read, _settings, context) => {
      if (read === undefined) throw noSuchRecord(conversationSid, deps);
      if (read.pause?.pauseId !== pauseId) return carryOn(read, context);
      const early = Date.parse(read.pause.deadline) - deps.now().getTime();
      if (early > EARLY_MILLISECONDS) return NOTHING;
      if (early > 0) throw new TooEarly(`${conversationSid} is due in ${early} ms`);
      return decide(read, 'deadline', undefined, context);
    },
    deps,
  );
  if (record !== undefined && isOwedSoon(record, input, instant(deps.now())))
    throw new InviteStillOwed(`${conversationSid} has no task yet`);
}

/** By this timer; what has failed is put off for longer. */
function isOwedSoon(record: Conversation, input: TimerInput, now: Instant): boolean {
  const isLate = secondsBetween(input.deadline, now) > BY_TIMER_SECONDS;
  const isTaken = Object.values(record.pending).some(({ taken }) => taken !== null);
  return owesInvite(record) && !isLate && (isTaken || isDueBy(plusSeconds(now, SOON_SECONDS), record));
}

/** As the sweep does. */
function carryOn(record: Conversation, context: Context): Decision {
  const isDue = owesInvite(record) && isDueBy(context.now, record);
  return isDue ? apply(withDueTaken(record, context)) : NOTHING;
}

/** That brings it back from a pause. */
function owesInvite({ invite, pending }: Conversation): boolean {
  return invite?.purpose === 'reassign' && effectId({ kind: 'invite', inviteId: invite.inviteId }) in pending;
}
