import { errorName } from './error-name';
import { decide, OVERDUE_SECONDS } from '../domain/decide';
import { apply, type Decision, NOTHING } from '../domain/decision';
import { isDueBy, withDueTaken } from '../domain/due';
import { type Context, overdueSince } from '../domain/pending';
import type { Conversation } from '../domain/record';
import { earliest, type Instant, instant, plusSeconds, secondsBetween } from '../domain/time';
import type { Change, Decide } from './change';
import { changeAndSettle } from './change-and-settle';
import { carryOnHandovers } from './carry-on-handovers';
import { ownRun } from './context';
import { compareWithTwilio } from './compare';
import { takeLostEvents } from './lost-events';
import { inParallel } from './in-parallel';
import { tellLateChanges } from './settings-changes';
import type { Deps, HandoverDeps } from './ports';

/** How long a sweep starts new work for; its Lambda has 55 s, and one record's calls end within 20 s. */
const START_WITHIN_MILLISECONDS = 30_000;
/** Ten thousand deadlines at once leave handovers and the event list their time. */
const RECORDS_WITHIN_MILLISECONDS = 22_000;
const HANDOVERS_WITHIN_MILLISECONDS = 25_000;
const PAGE = 100;

export interface Swept {
  readonly records: number;
  readonly failed: number;
  /** Effects of these records that could have been carried out, and are owed all the same. */
  readonly owed: number;
  /** Since the oldest of them could have been; 0 without any. */
  readonly oldestOwedSeconds: number;
  /** Pauses of handovers. */
  readonly handedOver: number;
  /** Events of TaskRouter's list that mattered, most of which came as webhooks before. */
  readonly events: number;
  readonly compared: number;
}

/**
 * Carries on with every record whose moment has come, however long ago: leases that ran out, effects put off to
 * now, marks, deadlines a minute overdue, leaves without a reply. Then goes on with handovers. Only then, and within
 * its budget, looks for lost events, tells changes of the settings that stayed untold, and compares with Twilio. A
 * record that fails is logged, and does not stop the others.
 *
 * @param elapsed milliseconds since this sweep began, by a clock that never jumps
 */
export async function sweep(deps: HandoverDeps, elapsed: () => number): Promise<Swept> {
  const mayStart = () => elapsed() < START_WITHIN_MILLISECONDS;
  const carriedOn = await carryOnWithAll(() => elapsed() < RECORDS_WITHIN_MILLISECONDS, deps);
  const { done, failed, overdue, hasWritten } = carriedOn;
  const handedOver = await carryOnHandovers(deps, () => elapsed() < HANDOVERS_WITHIN_MILLISECONDS);
  const events = mayStart() ? await takeLostEvents(deps, mayStart, hasWritten) : 0;
  const compared = mayStart() ? await afterTheSettings(deps, mayStart) : 0;
  return { records: done, failed, ...stillOwed(overdue, deps), handedOver, events, compared };
}

/** @param overdue from when on each effect could have been carried out */
function stillOwed(overdue: readonly Instant[], { now }: Deps): Pick<Swept, 'owed' | 'oldestOwedSeconds'> {
  const oldest = earliest(overdue);
  return {
    owed: overdue.length,
    oldestOwedSeconds: oldest === null ? 0 : secondsBetween(oldest, instant(now())),
  };
}

/** What the settings owe, and what they allow. @returns how many were compared with Twilio */
async function afterTheSettings(deps: Deps, mayStart: () => boolean): Promise<number> {
  const kept = await deps.store.readSettings();
  await tellLateChanges(kept, deps);
  return compareWithTwilio(kept.settings, deps, mayStart);
}

async function carryOnWithAll(
  mayStart: () => boolean,
  deps: Deps,
): Promise<{ done: number; failed: number; overdue: readonly Instant[]; hasWritten: boolean }> {
  const seen = new Set<string>();
  const overdue: Instant[] = [];
  let failed = 0;
  let hasWritten = false;
  for (;;) {
    const most = PAGE + seen.size;
    const due = await deps.store.due('wake', instant(deps.now()), most);
    const fresh = due.filter((conversationSid) => !seen.has(conversationSid));
    await inParallel(fresh, async (conversationSid) => {
      if (!mayStart()) return;
      seen.add(conversationSid);
      try {
        const { kind, record } = await carryOn(conversationSid, ownRun(deps));
        hasWritten ||= kind === 'applied';
        overdue.push(...overdueSince(record?.pending ?? {}, instant(deps.now())));
      } catch (error) {
        failed++;
        deps.log.error('sweep of a record failed', { conversationSid, error: errorName(error) });
      }
    });
    if (fresh.length === 0 || due.length < most || !mayStart())
      return { done: seen.size - failed, failed, overdue, hasWritten };
  }
}

/** A deadline that its timer has let pass comes first; what is taken then is not taken once more. */
async function carryOn(conversationSid: string, deps: Deps): Promise<Change> {
  const late = await changeAndSettle(conversationSid, 'deadline', ifDue(takeDeadline), deps);
  if (late.kind !== 'nothing') return late;
  return changeAndSettle(conversationSid, 'system', ifDue(takeWhatIsDue), deps, late);
}

/** The index may be behind: only the record itself tells whether its moment has come. */
function ifDue(decideDue: (record: Conversation, context: Context) => Decision): Decide {
  return (record, _settings, context) => {
    if (record === undefined || !isDueBy(context.now, record)) return NOTHING;
    return decideDue(record, context);
  };
}

function takeDeadline(record: Conversation, context: Context): Decision {
  const isOverdue =
    record.pause !== null && plusSeconds(record.pause.deadline, OVERDUE_SECONDS) <= context.now;
  return isOverdue ? decide(withDueTaken(record, context), 'deadline', undefined, context) : NOTHING;
}

function takeWhatIsDue(record: Conversation, context: Context): Decision {
  const taken = withDueTaken(record, context);
  const isExpired =
    record.leave !== null && record.leave.expiresAt <= context.now && !('look-for-reply' in record.pending);
  if (isExpired) return decide(taken, 'expiry', undefined, context);
  const reached = decide(taken, record.pause === null ? 'joining' : 'mark', undefined, context);
  return reached.kind === 'apply' ? reached : apply(taken);
}
