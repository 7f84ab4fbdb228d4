import { type Retrier } from './definition';
import { type StatesError } from './states-error';

const DEFAULTS = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 };

/** What a state's retriers say about an error. */
export interface Again {
  /** Which retrier: each counts its own attempts. */
  readonly retrier: number;
  readonly delayMs: number;
}

/**
 * How long to wait before the next attempt; undefined when no retrier names the error, or the first that does is used up.
 * @param attempts retries so far in this state, by retrier
 * @param random   for full jitter: 0 up to 1
 */
export function retryAfter(
  retriers: readonly Retrier[],
  attempts: readonly number[],
  error: StatesError,
  random: () => number,
): Again | undefined {
  const index = retriers.findIndex(({ ErrorEquals }) => error.isAmong(ErrorEquals));
  const retrier = retriers[index];
  const sofar = attempts[index] ?? 0;
  if (!retrier || sofar >= (retrier.MaxAttempts ?? DEFAULTS.MaxAttempts)) return undefined;
  return { retrier: index, delayMs: delaySeconds(retrier, sofar, random) * 1000 };
}

function delaySeconds(retrier: Retrier, sofar: number, random: () => number): number {
  const { IntervalSeconds, BackoffRate } = { ...DEFAULTS, ...retrier };
  const delay = Math.min(IntervalSeconds * BackoffRate ** sofar, retrier.MaxDelaySeconds ?? Infinity);
  return retrier.JitterStrategy === 'FULL' ? delay * random() : delay;
}
