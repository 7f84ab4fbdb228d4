import type { Context } from 'aws-lambda';
import { sweep } from './actions/sweep';
import { clock } from './runtime/clock';
import { budgetFromNow, depsFor } from './runtime/deps';
import { withHandovers } from './runtime/handovers';
import { timer } from './runtime/timer';

/** All calls of one sweep; its Lambda has 55 s. */
const SWEEP_BUDGET_MILLISECONDS = 48_000;

/** Called each minute. */
export async function handler(
  _event: unknown,
  { awsRequestId }: Pick<Context, 'awsRequestId'>,
): Promise<void> {
  const began = clock.elapsed();
  const deps = withHandovers(depsFor(awsRequestId, budgetFromNow(SWEEP_BUDGET_MILLISECONDS), timer()));
  const swept = await sweep(deps, () => clock.elapsed() - began);
  if (swept.records + swept.failed + swept.handedOver > 0) deps.log.info('swept', { ...swept });
}
