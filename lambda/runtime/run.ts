import type { Log, Metrics } from '../actions/ports';
import { type Budget, budgetOf } from '../adapters/budget';
import { clock } from './clock';
import { jsonLog } from './log';
import { embeddedMetrics } from './metrics';

/** Twilio's calls of one action, in milliseconds from its start: what it writes afterwards still fits into 20 s. */
export const ACTION_BUDGET_MILLISECONDS = 14_000;

/** One run of a function: what time it has, and where it tells what happens. */
export interface Run {
  readonly budget: Budget;
  /** Of one call, while Twilio answers that there are too many. @default some */
  readonly mostTries?: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** A run's budget starts now. */
export function budgetFromNow(milliseconds: number): Budget {
  const began = clock.elapsed();
  return budgetOf(milliseconds, () => clock.elapsed() - began);
}

/** @param request by which all its lines are found: `requestId`, and what else the request is known by */
export function runFromNow(
  request: Readonly<Record<string, unknown>>,
  milliseconds = ACTION_BUDGET_MILLISECONDS,
): Run {
  return {
    budget: budgetFromNow(milliseconds),
    log: jsonLog(request),
    metrics: embeddedMetrics(request),
  };
}
