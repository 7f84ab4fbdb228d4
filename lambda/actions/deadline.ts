import { decide } from '../domain/decide';
import { NOTHING } from '../domain/decision';
import { changeAndSettle } from './change-and-settle';
import type { Deps, TimerInput } from './ports';

/** A timer may fire this much early by the clock of its Lambda: it fails, and is retried. */
const EARLY_MILLISECONDS = 5_000;

/** Step Functions calls again in a few seconds. */
export class TooEarly extends Error {
  override readonly name = 'TooEarly';
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
 * deadline, or one of a pause that is over, does nothing.
 */
export async function deadline({ conversationSid, pauseId }: TimerInput, deps: Deps): Promise<void> {
  await changeAndSettle(
    conversationSid,
    'deadline',
    (record, _settings, context) => {
      if (record === undefined) throw noSuchRecord(conversationSid, deps);
      if (record.pause?.pauseId !== pauseId) return NOTHING;
      const early = Date.parse(record.pause.deadline) - deps.now().getTime();
      if (early > EARLY_MILLISECONDS) return NOTHING;
      if (early > 0) throw new TooEarly(`${conversationSid} is due in ${early} ms`);
      return decide(record, 'deadline', undefined, context);
    },
    deps,
  );
}
