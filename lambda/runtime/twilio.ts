import { TOO_MANY_CALLS, type Twilio } from '../actions/ports';
import { twilioOver } from '../adapters/twilio';
import { type FailedTry, type Transport, transport } from '../adapters/twilio/transport';
import { credentials } from './credentials';
import { optional, required } from './environment';
import type { Run } from './run';

/** Twilio's HTTP within a run's budget of time. */
export function twilioTransport(run: Run): Transport {
  const { budget, mostTries } = run;
  return transport({
    credentials,
    baseUrl: optional('TWILIO_BASE_URL'),
    budget,
    ...(mostTries === undefined ? {} : { mostTries }),
    onFailedTry: (failed) => tell(failed, run),
  });
}

export function twilio(run: Run): Twilio {
  return twilioOver(twilioTransport(run), required('TWILIO_WORKSPACE_SID'));
}

/** Twilio's support finds the request by its name for it. */
function tell(failed: FailedTry, { log, metrics }: Run): void {
  log.warn('call to Twilio failed', { ...failed });
  const isTooMany = failed.status === TOO_MANY_CALLS;
  metrics.measure(isTooMany ? { TwilioTooManyRequests: 1 } : { TwilioErrors: 1 });
}
