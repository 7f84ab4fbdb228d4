import type { Context } from 'aws-lambda';
import { deadline } from './actions/deadline';
import type { TimerInput } from './actions/ports';
import { depsFor } from './runtime/deps';
import { noTimer } from './runtime/no-timer';
import { refuseUnlessReconciled } from './runtime/restored-table';
import { runFromNow } from './runtime/run';

/**
 * Called by a pause's timer at its deadline. What it throws, the state machine retries, so that a call that is one too many
 * for Twilio is not made again here: where many deadlines come together, agents' own calls have to get through.
 */
export async function handler(
  input: TimerInput,
  { awsRequestId }: Pick<Context, 'awsRequestId'>,
): Promise<void> {
  await refuseUnlessReconciled();
  const run = { ...runFromNow({ requestId: awsRequestId }), mostTries: 1 };
  await deadline(input, depsFor(run, noTimer));
}
