import type { Context } from 'aws-lambda';
import { sweep } from './actions/sweep';
import { clock } from './runtime/clock';
import { depsFor } from './runtime/deps';
import { withHandovers } from './runtime/handovers';
import { refuseUnlessReconciled } from './runtime/restored-table';
import { runFromNow } from './runtime/run';
import { timer } from './runtime/timer';

/** All calls of one sweep; its Lambda has 55 s. */
const SWEEP_BUDGET_MILLISECONDS = 48_000;

/** Called each minute. */
export async function handler(
  _event: unknown,
  { awsRequestId }: Pick<Context, 'awsRequestId'>,
): Promise<void> {
  await refuseUnlessReconciled();
  const began = clock.elapsed();
  const run = runFromNow({ requestId: awsRequestId }, SWEEP_BUDGET_MILLISECONDS);
  const deps = withHandovers(depsFor(run, timer()));
  const swept = await sweep(deps, () => clock.elapsed() - began);
  deps.metrics.measure({
    SweepDuration: clock.elapsed() - began,
    RecordsFailed: swept.failed,
    EffectsOwed: swept.owed,
    OldestEffectAge: swept.oldestOwedSeconds,
    ComparisonsMade: swept.compared,
  });
  if (swept.records + swept.failed + swept.handedOver > 0) deps.log.info('swept', { ...swept });
}
