import type { Budget } from '../../../../lambda/adapters/budget';
import { twilioOver } from '../../../../lambda/adapters/twilio';
import type { Transport } from '../../../../lambda/adapters/twilio/transport';
import { WORKSPACE } from '../constants';
import { here } from '../here';

export function twilioTransport(budget: Budget): Transport {
  return { request: (request) => here.world.twilio.request(request, budget) };
}

export const twilio = (budget: Budget) => twilioOver(twilioTransport(budget), WORKSPACE);
