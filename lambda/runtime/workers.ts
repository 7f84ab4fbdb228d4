import type { Twilio } from '../actions/ports';
import { workerCalls } from '../adapters/twilio/workers';
import { required } from './environment';
import type { Run } from './run';
import { twilioTransport } from './twilio-transport';

/** TaskRouter's workers alone, for functions that do without Twilio's other resources. */
export function workers(run: Run): Pick<Twilio, 'workers'> {
  return workerCalls(twilioTransport(run), required('TWILIO_WORKSPACE_SID'));
}
