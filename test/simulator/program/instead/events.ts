import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { eventBridgeBus } from '../../../../lambda/adapters/eventbridge';
import { here } from '../here';

/** The deployed adapter, over the simulated side of its client. */
export const events = () => eventBridgeBus(here.world.eventBridge as unknown as EventBridgeClient, 'events');
