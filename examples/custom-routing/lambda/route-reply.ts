import type { EventBridgeEvent } from 'aws-lambda';
import { chooseRouting, type Reply } from './choose-routing';
import { invite } from './invite';

type Heard = EventBridgeEvent<'ConversationReactivated' | 'InviteLost', Reply>;

/**
 * Brings the task of a reply. Events come at least once: the second time there is a task already, or the request is a
 * repeat, and either is fine. What is thrown, as at a 503, Lambda calls again after one minute and after two more, which
 * is later than any Retry-After of the API; after that the product itself invites, when its time for custom routing ends.
 */
export async function handler(event: Heard): Promise<void> {
  const { eventId, conversationSid } = event.detail;
  if (event['detail-type'] === 'InviteLost') {
    // The next invite is the product's own affair; this is only where you would hear of many.
    return log('an invite found no agent', { eventId, conversationSid });
  }
  const request = chooseRouting(event.detail, required('VIP_QUEUE_SID'));
  const outcome = await invite(required('API_URL'), required('AWS_REGION'), conversationSid, request);
  log(outcome === 'invited' ? 'the reply was routed' : 'somebody else was quicker', {
    eventId,
    conversationSid,
  });
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The variable ${name} is not set`);
  return value;
}

/** Attributes may be private, so the log has only SIDs. */
function log(message: string, fields: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify({ message, ...fields })}\n`);
}
