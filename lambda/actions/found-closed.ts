import { decide } from '../domain/decide';
import { NOTHING } from '../domain/decision';
import { change } from './change';
import type { Deps } from './ports';
import { settle } from './settle';

/** Twilio says that the channel or the conversation is closed or gone. A conversation without a record stays without. */
export async function foundClosed(conversationSid: string, deps: Deps): Promise<void> {
  const changed = await change(
    conversationSid,
    (record, _settings, context) => (record ? decide(record, 'found-closed', undefined, context) : NOTHING),
    deps,
  );
  if (changed.kind === 'applied') await settle(changed.record, changed.settings, deps);
  if (changed.kind === 'refuse' && changed.code === 'changed-meanwhile')
    throw new ChangedMeanwhile(conversationSid);
}

/** Five writes in a row lost against others: whoever delivered the news tries again. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  constructor(readonly conversationSid: string) {
    super(`${conversationSid} was changed by others each time`);
  }
}
