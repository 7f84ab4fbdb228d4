import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { TwilioError } from '../actions/ports';
import type { Budget } from '../adapters/budget';
import { twilioTokenCheck } from '../adapters/twilio/token-check';
import type { Caller } from '../domain/authority';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import { doorkeeper } from '../http/tokens';
import { clock } from './clock';
import { ACTION_BUDGET_MILLISECONDS, budgetFromNow } from './deps';
import { once, required } from './environment';
import { jsonLog } from './log';
import { twilioTransport } from './twilio';

export type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<Reply>;
type Answer = (event: APIGatewayProxyEventV2, caller: Caller, budget: Budget) => Promise<Reply>;

const door = once(() => doorkeeper(() => clock.now().getTime()));

/** A route for people: behind a good Flex token. Failures that nobody foresaw are thrown, and answered by API Gateway. */
export function apiHandler(answer: Answer): ApiHandler {
  return async (event) => {
    const budget = budgetFromNow(ACTION_BUDGET_MILLISECONDS);
    return withRequestId(await behindToken(event, budget, answer), event);
  };
}

async function behindToken(event: APIGatewayProxyEventV2, budget: Budget, answer: Answer): Promise<Reply> {
  try {
    const caller = await door().caller(
      event,
      twilioTokenCheck(twilioTransport(budget), required('TWILIO_ACCOUNT_SID')),
    );
    return caller === undefined ? problem('not-authenticated') : await answer(event, caller, budget);
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    const { operation, kind, status } = error;
    jsonLog({ requestId: event.requestContext.requestId }).warn('Twilio does not answer', {
      operation,
      kind,
      status,
    });
    return problem('twilio-unavailable');
  }
}
