import { ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';

/** So many are compared; more take too long, and cost. */
const MOST = 20_000;
const PAGE_SIZE = 1_000;

/** Names of the timers that wait. */
export async function runningExecutions(
  client: SFNClient,
  stateMachineArn: string,
): Promise<{ names: ReadonlySet<string>; isComplete: boolean }> {
  const names = new Set<string>();
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListExecutionsCommand({
        stateMachineArn,
        statusFilter: 'RUNNING',
        maxResults: PAGE_SIZE,
        ...(nextToken === undefined ? {} : { nextToken }),
      }),
    );
    for (const { name } of page.executions ?? []) if (name !== undefined) names.add(name);
    nextToken = page.nextToken;
  } while (nextToken !== undefined && names.size < MOST);
  return { names, isComplete: nextToken === undefined };
}
