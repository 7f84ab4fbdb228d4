import { type ChangePauseRequest, type Pause } from '../api/types';
import { wholeSecond } from '../time/local-input';

/** What is done to deadlines: each so much later (earlier where negative), or all to one moment. */
export type Move =
  { readonly by: number /* milliseconds */ } | { readonly to: string /* ISO 8601, whole seconds */ };

/** What the API is asked for. Whether it is too soon or too late it says itself, for each. */
export function moved({ deadline }: Pause, move: Move): ChangePauseRequest {
  if ('to' in move) return { until: move.to };
  return { until: wholeSecond(new Date(new Date(deadline).getTime() + move.by)) };
}
