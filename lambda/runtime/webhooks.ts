import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ChangedMeanwhile } from '../actions/change-and-settle';
import { errorName } from '../actions/error-name';
import type { Deps } from '../actions/ports';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import {
  type Expected,
  type Form,
  formOf,
  isFromTwilio,
  isStreamedByTwilio,
  webhookId,
} from '../http/signature';
import { isStreamed, streamedForms } from '../http/streamed-events';
import type { ApiHandler } from './api';
import { credentials } from './credentials';
import { depsFor } from './deps';
import { required } from './environment';
import { refuseUnlessReconciled } from './restored-table';
import { type Run, runFromNow } from './run';
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
    const milliseconds = isStreamed(event) ? STREAMED_BUDGET_MILLISECONDS : budgetMilliseconds;
    let run = runFromNow({ requestId }, milliseconds);
    try {
      const forms = signedForms(event, { publicUrl: required('PUBLIC_URL'), ...(await credentials()) });
      if (forms === undefined) return withRequestId(badSignature(run), event);
      run = { ...runFromNow({ requestId, ...webhookId(event) }), budget: run.budget };
      await refuseUnlessReconciled();
      for (const form of forms.filter(isOurWorkspace)) await take(form)?.(depsFor(run, timer()));
      return withRequestId(taken, event);
    } catch (error) {
      return withRequestId(notTaken(error, run), event);
    }
  };
}

/** What Twilio tells in a request; undefined where the signature is not right. */
function signedForms(event: APIGatewayProxyEventV2, expected: Expected): readonly Form[] | undefined {
  if (isStreamed(event)) {
    if (!isStreamedByTwilio(event, expected)) return undefined;
    return streamedForms(event).filter(({ AccountSid }) => AccountSid === expected.accountSid);
  }
  const form = formOf(event);
  return isFromTwilio(event, form, expected) ? [form] : undefined;
}

/** Conversations events have no workspace. */
function isOurWorkspace({ WorkspaceSid }: Form): boolean {
  return WorkspaceSid === undefined || WorkspaceSid === required('TWILIO_WORKSPACE_SID');
}

function badSignature({ log, metrics }: Run): Reply {
  log.warn(WRONG_SIGNATURE);
  metrics.measure({ SignatureFailures: 1 });
  return problem('bad-signature');
}

function notTaken(error: unknown, { log, metrics }: Run): Reply {
  log.error('webhook not taken', { error: errorName(error) });
  metrics.measure({ WebhooksNotTaken: 1 });
  return error instanceof ChangedMeanwhile ? problem('changed-meanwhile', {}, 503) : problem('unavailable');
}
