import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { TwilioError } from '../actions/ports';
import type { Budget } from '../adapters/budget';
import { twilioTokenCheck } from '../adapters/twilio/token-check';
import { type Caller, SERVICE } from '../domain/authority';
import { isSignedForIam } from '../http/iam';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import { doorkeeper } from '../http/tokens';
import { clock } from './clock';
import { ACTION_BUDGET_MILLISECONDS, budgetFromNow } from './deps';
import { once, required } from './environment';
import { jsonLog } from './log';
import { twilioTransport } from './twilio';

export type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<Reply>;
export type Answer = (event: APIGatewayProxyEventV2, caller: Caller, budget: Budget) => Promise<Reply>;

const door = once(() => doorkeeper(() => clock.now().getTime()));

/** A route for people: behind a good Flex token. */
export function apiHandler(answer: Answer): ApiHandler {
  return answered(async (event, budget) => {
    const caller = await door().caller(
      event,
      twilioTokenCheck(twilioTransport(budget), required('TWILIO_ACCOUNT_SID')),
    );
    return caller === undefined ? problem('not-authenticated') : answer(event, caller, budget);
  });
}

/** A route for custom logic: behind IAM, which API Gateway has asked. */
export function serviceHandler(answer: Answer): ApiHandler {
  return answered(async (event, budget) =>
    isSignedForIam(event) ? answer(event, SERVICE, budget) : problem('not-authorized'),
  );
}

/** Failures that nobody foresaw are thrown, and answered by API Gateway. */
function answered(answer: (event: APIGatewayProxyEventV2, budget: Budget) => Promise<Reply>): ApiHandler {
  return async (event) => {
    const budget = budgetFromNow(ACTION_BUDGET_MILLISECONDS);
    return withRequestId(await unlessTwilioFails(event, () => answer(event, budget)), event);
  };
}

async function unlessTwilioFails(
  { requestContext: { requestId } }: APIGatewayProxyEventV2,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    const { operation, kind, status } = error;
    jsonLog({ requestId }).warn('Twilio does not answer', { operation, kind, status });
    return problem('twilio-unavailable');
  }
}
