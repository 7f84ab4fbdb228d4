import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { EventBus } from '../actions/ports';
import { eventBridgeBus } from '../adapters/eventbridge';
import { AWS_CLIENT } from './aws-client';
import { once, required } from './environment';

export const events = once((): EventBus =>
  eventBridgeBus(new EventBridgeClient(AWS_CLIENT), required('EVENT_BUS_NAME')),
);
