import { TOO_MANY_CALLS } from '../actions/ports';
import { type FailedTry, type Transport, transport } from '../adapters/twilio/transport';
import { credentials } from './credentials';
import { optional } from './environment';
import type { Run } from './run';

/** Twilio's HTTP within a run's budget of time. Apart from its resources, which functions that only check tokens do without. */
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

/** Twilio's support finds the request by its name for it. */
function tell(failed: FailedTry, { log, metrics }: Run): void {
  log.warn('call to Twilio failed', { ...failed });
  const isTooMany = failed.status === TOO_MANY_CALLS;
  metrics.measure(isTooMany ? { TwilioTooManyRequests: 1 } : { TwilioErrors: 1 });
}
