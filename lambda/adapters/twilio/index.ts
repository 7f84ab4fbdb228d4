import type { Twilio } from '../../actions/ports';
import { conversationCalls } from './conversations';
import { flexCalls } from './flex';
import { taskRouterCalls } from './taskrouter';
import type { Transport } from './transport';
import { workerCalls } from './workers';

/** Twilio over the `twilio` package's own resources, of which only these are bundled. */
export function twilioOver(transport: Transport, workspaceSid: string): Twilio {
  return {
    ...flexCalls(transport),
    ...taskRouterCalls(transport, workspaceSid),
    ...workerCalls(transport, workspaceSid),
    ...conversationCalls(transport),
  };
}
