import { type RequestListener } from 'node:http';

/** What an account has unless AWS was asked for more. Source: AWS Lambda, quotas. */
const CONCURRENT_EXECUTIONS = 1_000;

/** Lambda's API, so far as it tells of the account: GetAccountSettings. */
export const lambdaAccount: RequestListener = (request, response) => {
  const isKnown = request.method === 'GET' && request.url === '/2016-08-19/account-settings';
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(isKnown ? settings() : { Message: 'Not Found' }));
};

function settings(): object {
  return {
    AccountLimit: {
      ConcurrentExecutions: CONCURRENT_EXECUTIONS,
      UnreservedConcurrentExecutions: CONCURRENT_EXECUTIONS,
    },
    AccountUsage: {},
  };
}
