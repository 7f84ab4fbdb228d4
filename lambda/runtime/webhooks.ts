import { errorName } from '../actions/error-name';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ChangedMeanwhile } from '../actions/change-and-settle';
import type { Deps } from '../actions/ports';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import { type Form, formOf, isFromTwilio } from '../http/signature';
import type { ApiHandler } from './api';
import { credentials } from './credentials';
import { budgetFromNow, depsFor } from './deps';
import { required } from './environment';
import { jsonLog } from './log';
import { timer } from './timer';

export interface Webhook {
  /** For the calls that follow from the news: Twilio waits only so long for the answer. */
  readonly budgetMilliseconds: number;
  /** What Twilio hears when the news is taken. */
  readonly taken: Reply;
  /** Takes the news; undefined: it does not matter. */
  readonly take: (form: Form) => ((deps: Deps) => Promise<unknown>) | undefined;
}

/** A route for Twilio: behind its signature. 503 when the news could not be taken, so that it is sent again. */
export function webhookHandler({ budgetMilliseconds, taken, take }: Webhook): ApiHandler {
  return async (event) => {
    const { requestId } = event.requestContext;
    try {
      const form = formOf(event);
      const publicUrl = required('PUBLIC_URL');
      if (!isFromTwilio(event, form, { publicUrl, ...(await credentials()) })) {
        jsonLog({ requestId }).warn('webhook without a right signature');
        return withRequestId(problem('bad-signature'), event);
      }
      const news = isOurWorkspace(form) ? take(form) : undefined;
      await news?.(depsFor(requestId, budgetFromNow(budgetMilliseconds), timer()));
      return withRequestId(taken, event);
    } catch (error) {
      return withRequestId(notTaken(error, event), event);
    }
  };
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
