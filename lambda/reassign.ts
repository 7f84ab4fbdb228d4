import type { Context } from 'aws-lambda';
import { deadline } from './actions/deadline';
import type { TimerInput } from './actions/ports';
import { ACTION_BUDGET_MILLISECONDS, budgetFromNow, depsFor } from './runtime/deps';
import { noTimer } from './runtime/no-timer';

/** Called by a pause's timer at its deadline. What it throws, the state machine retries. */
export async function handler(
  input: TimerInput,
  { awsRequestId }: Pick<Context, 'awsRequestId'>,
): Promise<void> {
  await deadline(input, depsFor(awsRequestId, budgetFromNow(ACTION_BUDGET_MILLISECONDS), noTimer));
}
