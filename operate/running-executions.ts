import {
  type ListExecutionsCommandOutput,
  paginateListExecutions,
  type SFNClient,
} from '@aws-sdk/client-sfn';

const PAGE_SIZE = 1_000;

/** The timers that wait, page by page. */
export function runningExecutions(
  client: SFNClient,
  stateMachineArn: string,
): AsyncIterable<ListExecutionsCommandOutput> {
  return paginateListExecutions(
    { client, pageSize: PAGE_SIZE },
    { stateMachineArn, statusFilter: 'RUNNING' },
  );
}
