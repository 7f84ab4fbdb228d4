import { type Caller, mayTake } from '../domain/authority';
import { type Refusal, refuse } from '../domain/decision';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { Deps } from './ports';

/** One conversation, for its holder, for who paused or left it, and for supervisors. */
export async function getConversation(
  conversationSid: string,
  caller: Caller,
  { store }: Pick<Deps, 'store'>,
): Promise<{ kind: 'done'; record: Conversation; settings: Settings } | Refusal> {
  const { record, settings } = await store.read(conversationSid);
  if (record === undefined) return refuse('not-found');
  return mayTake('get', record, caller) ? { kind: 'done', record, settings } : refuse('not-authorized');
}
