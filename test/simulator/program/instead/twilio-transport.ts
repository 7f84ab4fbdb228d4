import type { Transport } from '../../../../lambda/adapters/twilio/transport';
import type { Run } from '../../../../lambda/runtime/run';
import { here } from '../here';

export function twilioTransport(run: Run): Transport {
  return { request: (request) => here.world.twilio.request(request, run) };
}
