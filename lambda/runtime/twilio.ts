import type { Twilio } from '../actions/ports';
import { twilioOver } from '../adapters/twilio';
import { required } from './environment';
import type { Run } from './run';
import { twilioTransport } from './twilio-transport';

/** Twilio's resources within a run's budget of time. */
export function twilio(run: Run): Twilio {
  return twilioOver(twilioTransport(run), required('TWILIO_WORKSPACE_SID'));
}
