import type { Twilio } from '../actions/ports';
import { type Budget } from '../adapters/budget';
import { twilioOver } from '../adapters/twilio';
import { transport } from '../adapters/twilio/transport';
import { credentials } from './credentials';
import { optional, required } from './environment';

/** Twilio's HTTP within a run's budget of time. */
export function twilioTransport(budget: Budget) {
  return transport({ credentials, baseUrl: optional('TWILIO_BASE_URL'), budget });
}

export function twilio(budget: Budget): Twilio {
  return twilioOver(twilioTransport(budget), required('TWILIO_WORKSPACE_SID'));
}
