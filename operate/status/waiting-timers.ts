import { type SFNClient } from '@aws-sdk/client-sfn';
import { runningExecutions } from '../running-executions';

/** So many are compared; more take too long, and cost. */
const MOST = 20_000;

/** Names of the timers that wait. */
export async function waitingTimers(
  client: SFNClient,
  stateMachineArn: string,
): Promise<{ names: ReadonlySet<string>; isComplete: boolean }> {
  const names = new Set<string>();
  for await (const { executions = [], nextToken } of runningExecutions(client, stateMachineArn)) {
    for (const { name } of executions) if (name !== undefined) names.add(name);
    if (nextToken !== undefined && names.size >= MOST) return { names, isComplete: false };
  }
  return { names, isComplete: true };
}
