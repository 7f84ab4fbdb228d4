import type { Cause } from '../domain/cause';
import { change, type Change, type Decide } from './change';
import type { Deps } from './ports';
import { settle } from './settle';

/** Five writes in a row lost against others: whoever brought the news tries again. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  constructor(readonly conversationSid: string) {
    super(`${conversationSid} was changed by others each time`);
  }
}

/**
 * What news of all kinds do, as commands do it for people: change the record, and carry out what that owes.
 *
 * @param by    who or what causes it
 * @param first what was read already
 * @throws ChangedMeanwhile
 */
export async function changeAndSettle(
  conversationSid: string,
  by: Cause,
  decide: Decide,
  deps: Deps,
  first?: Parameters<typeof change>[4],
): Promise<Change> {
  const changed = await change(conversationSid, by, decide, deps, first);
  if (changed.kind === 'refuse' && changed.code === 'changed-meanwhile')
    throw new ChangedMeanwhile(conversationSid);
  if (changed.kind !== 'applied') return changed;
  return { ...changed, record: await settle(changed.record, changed.settings, deps) };
}
