import type { Task } from '../../../local/twilio/records';
import { type Fields, type Path, signatureOf } from './webhooks';

interface Forgery {
  readonly path: Path;
  readonly fields: Fields;
  readonly signature: string;
}

/** As long as a right one. */
const MADE_UP = Buffer.from('forged'.repeat(4)).toString('base64').slice(0, 28);

/**
 * What somebody sends in Twilio's name: that the conversation is closed, or its task over, under a signature that is
 * made up; or news of another conversation, told of this one under the signature that was theirs.
 */
export function forgery(
  way: number,
  conversationSid: string,
  task: Task | undefined,
  history: readonly (readonly [path: Path, fields: Fields])[],
): Forgery {
  const closed = {
    EventType: 'onConversationStateUpdated',
    ConversationSid: conversationSid,
    StateTo: 'closed',
  };
  const over = {
    EventType: 'task.completed',
    TaskSid: task?.sid ?? '',
    TaskAttributes: task?.attributes ?? '{}',
  };
  const real = history.findLast(([path]) => path === '/webhooks/taskrouter')?.[1];
  if (way % 3 === 1 && task !== undefined)
    return { path: '/webhooks/taskrouter', fields: over, signature: MADE_UP };
  if (way % 3 === 2 && task !== undefined && real !== undefined) {
    const signature = signatureOf('/webhooks/taskrouter', real);
    return { path: '/webhooks/taskrouter', fields: { ...real, ...over, Altered: 'yes' }, signature };
  }
  return { path: '/webhooks/conversations', fields: closed, signature: MADE_UP };
}
