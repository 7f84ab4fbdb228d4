import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { TwilioError } from '../actions/ports';
import { twilioTokenCheck } from '../adapters/twilio/token-check';
import { type Caller, SERVICE } from '../domain/authority';
import { isSignedForIam } from '../http/iam';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import { doorkeeper } from '../http/tokens';
import { clock } from './clock';
import { once, required } from './environment';
import { NotReconciled } from './restored-table';
import { type Run, runFromNow } from './run';
import { twilioTransport } from './twilio-transport';

export type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<Reply>;
export type Answer = (event: APIGatewayProxyEventV2, caller: Caller, run: Run) => Promise<Reply>;

const door = once(() => doorkeeper(() => clock.now().getTime()));

/** A route for people: behind a good Flex token. */
export function apiHandler(answer: Answer): ApiHandler {
  return answered(async (event, run) => {
    const caller = await door().caller(
      event,
      twilioTokenCheck(twilioTransport(run), required('TWILIO_ACCOUNT_SID')),
    );
    return caller === undefined ? problem('not-authenticated') : answer(event, caller, run);
  });
}

/** A route for custom logic: behind IAM, which API Gateway has asked. */
export function serviceHandler(answer: Answer): ApiHandler {
  return answered(async (event, run) =>
    isSignedForIam(event) ? answer(event, SERVICE, run) : problem('not-authorized'),
  );
}

/** Failures that nobody foresaw are thrown, and answered by API Gateway. */
function answered(answer: (event: APIGatewayProxyEventV2, run: Run) => Promise<Reply>): ApiHandler {
  return async (event) => {
    const run = runFromNow({ requestId: event.requestContext.requestId });
    return withRequestId(await unlessUnavailable(run, () => answer(event, run)), event);
  };
}

async function unlessUnavailable({ log }: Run, answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NotReconciled) return problem('unavailable');
    if (!(error instanceof TwilioError)) throw error;
    const { operation, kind, status } = error;
    log.warn('Twilio does not answer', { operation, kind, status });
    return problem('twilio-unavailable');
  }
}
