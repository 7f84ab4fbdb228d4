import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { ok, warn } from '../finding';
import { type Check } from '../sources';

/** New accounts have ten. A run lasts about 0.2 s, so a hundred are some hundreds of webhooks a second. */
const ENOUGH = 100;

/** How many functions of the account may run at once, in this region: a webhook beyond that is a lost one. */
export const lambdaConcurrency: Check = async ({ lambda }) => {
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  const facts = {
    concurrentExecutions: AccountLimit?.ConcurrentExecutions ?? null,
    unreserved: AccountLimit?.UnreservedConcurrentExecutions ?? null,
  };
  if ((facts.unreserved ?? 0) >= ENOUGH) return ok('Enough functions may run at once', facts);
  return warn(
    'Few functions may run at once in this account and region',
    'Ask AWS for more (Service Quotas, Lambda, concurrent executions): webhooks that are throttled get lost.',
    facts,
  );
};
