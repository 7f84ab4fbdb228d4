import { errorName } from '../actions/error-name';
import { ChangedMeanwhile } from '../actions/change-and-settle';
import type { Deps } from '../actions/ports';
import { problem } from '../http/problem';
import { type Reply, withRequestId } from '../http/reply';
import { type Form, formOf, isFromTwilio, webhookId } from '../http/signature';
import type { ApiHandler } from './api';
import { credentials } from './credentials';
import { depsFor } from './deps';
import { required } from './environment';
import { type Run, runFromNow } from './run';
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
    let run = runFromNow({ requestId }, budgetMilliseconds);
    try {
      const form = formOf(event);
      const publicUrl = required('PUBLIC_URL');
      if (!isFromTwilio(event, form, { publicUrl, ...(await credentials()) })) {
        return withRequestId(badSignature(run), event);
      }
      run = runFromNow({ requestId, ...webhookId(event) }, budgetMilliseconds);
      const news = isOurWorkspace(form) ? take(form) : undefined;
      await news?.(depsFor(run, timer()));
      return withRequestId(taken, event);
    } catch (error) {
      return withRequestId(notTaken(error, run), event);
    }
  };
}

/** Conversations events have no workspace. */
function isOurWorkspace({ WorkspaceSid }: Form): boolean {
  return WorkspaceSid === undefined || WorkspaceSid === required('TWILIO_WORKSPACE_SID');
}

function badSignature({ log, metrics }: Run): Reply {
  log.warn('webhook without a right signature');
  metrics.measure({ SignatureFailures: 1 });
  return problem('bad-signature');
}

function notTaken(error: unknown, { log, metrics }: Run): Reply {
  log.error('webhook not taken', { error: errorName(error) });
  metrics.measure({ WebhooksNotTaken: 1 });
  return error instanceof ChangedMeanwhile ? problem('changed-meanwhile', {}, 503) : problem('unavailable');
}
