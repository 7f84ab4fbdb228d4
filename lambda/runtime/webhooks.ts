import { errorName } from '../actions/error-name';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ChangedMeanwhile } from '../actions/change-and-settle';
import type { Deps } from '../actions/ports';
import type { Budget } from '../adapters/budget';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import { type Expected, type Form, formOf, isFromTwilio, isStreamedByTwilio } from '../http/signature';
import { isStreamed, streamedForms } from '../http/streamed-events';
import type { ApiHandler } from './api';
import { credentials } from './credentials';
import { budgetFromNow, depsFor } from './deps';
import { required } from './environment';
import { jsonLog } from './log';
import { timer } from './timer';

/** What the log says of a webhook that is refused; `npm run status` looks for it. */
export const WRONG_SIGNATURE = 'webhook without a right signature';

export interface Webhook {
  /** For the calls that follow from the news: Twilio waits only so long for the answer. */
  readonly budgetMilliseconds: number;
  /** What Twilio hears when the news is taken. */
  readonly taken: Reply;
  /** Takes the news; undefined: it does not matter. */
  readonly take: (form: Form) => ((deps: Deps) => Promise<unknown>) | undefined;
}

/** Event Streams waits 5 s, for all events of a request. Source: Twilio docs, Webhook quickstart of Event Streams. */
const STREAMED_BUDGET_MILLISECONDS = 2_500;

/** A route for Twilio: behind its signature. 503 when the news could not be taken, so that it is sent again. */
export function webhookHandler({ budgetMilliseconds, taken, take }: Webhook): ApiHandler {
  return async (event) => {
    const { requestId } = event.requestContext;
    try {
      const { forms, budget } = told(event, budgetMilliseconds);
      const right = forms({ publicUrl: required('PUBLIC_URL'), ...(await credentials()) });
      if (right === undefined) {
        jsonLog({ requestId }).warn(WRONG_SIGNATURE);
        return withRequestId(problem('bad-signature'), event);
      }
      for (const form of right.filter(isOurWorkspace)) {
        await take(form)?.(depsFor(requestId, budget, timer()));
      }
      return withRequestId(taken, event);
    } catch (error) {
      return withRequestId(notTaken(error, event), event);
    }
  };
}

/** What Twilio tells in a request, and the time there is for it. `forms`: undefined where the signature is not right. */
function told(
  event: APIGatewayProxyEventV2,
  budgetMilliseconds: number,
): { readonly forms: (expected: Expected) => readonly Form[] | undefined; readonly budget: Budget } {
  if (!isStreamed(event)) {
    const form = formOf(event);
    const forms = (expected: Expected) => (isFromTwilio(event, form, expected) ? [form] : undefined);
    return { forms, budget: budgetFromNow(budgetMilliseconds) };
  }
  const forms = (expected: Expected) =>
    isStreamedByTwilio(event, expected)
      ? streamedForms(event).filter(({ AccountSid }) => AccountSid === expected.accountSid)
      : undefined;
  return { forms, budget: budgetFromNow(STREAMED_BUDGET_MILLISECONDS) };
}

/** Conversations events have no workspace. */
function isOurWorkspace({ WorkspaceSid }: Form): boolean {
  return WorkspaceSid === undefined || WorkspaceSid === required('TWILIO_WORKSPACE_SID');
}

function notTaken(error: unknown, { requestContext: { requestId } }: APIGatewayProxyEventV2): Reply {
  jsonLog({ requestId }).error('webhook not taken', {
    error: errorName(error),
  });
  return error instanceof ChangedMeanwhile ? problem('changed-meanwhile', {}, 503) : problem('unavailable');
}
