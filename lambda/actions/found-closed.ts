import { decide } from '../domain/decide';
import { NOTHING } from '../domain/decision';
import { changeAndSettle } from './change-and-settle';
import type { Deps } from './ports';

/** Twilio says that the channel or the conversation is closed or gone. A conversation without a record stays without. */
export async function foundClosed(conversationSid: string, deps: Deps): Promise<void> {
  await changeAndSettle(
    conversationSid,
    'system',
    (record, _settings, context) => (record ? decide(record, 'found-closed', undefined, context) : NOTHING),
    deps,
  );
}
