import { type ListedPause, type Summary, summaryOf } from '../domain/summary';
import { instant } from '../domain/time';
import type { Deps, Lists } from './ports';

/** What is read of an index for it: some 2 MB. */
const MOST_PAUSES = 10_000;

/** All pauses in numbers; where there are more than ten thousand, the soonest. */
export async function summarizePaused({
  lists,
  now,
}: Pick<Deps, 'now'> & { readonly lists: Lists }): Promise<Summary & { readonly complete: boolean }> {
  const { pauses, hasMore } = await lists.soonestPauses(MOST_PAUSES);
  return { ...summaryOf(await named(pauses, lists), instant(now())), complete: !hasMore };
}

/** For agents all of whose pauses are of an earlier release, the index has no name; one record of each agent has. */
async function named(pauses: readonly ListedPause[], lists: Lists): Promise<ListedPause[]> {
  const names = new Map<string, string>();
  for (const { workerSid, workerName } of pauses) if (workerName !== null) names.set(workerSid, workerName);
  const nameless = new Map(
    pauses.flatMap(({ workerSid, conversationSid }) =>
      names.has(workerSid) ? [] : [[workerSid, conversationSid] as const],
    ),
  );
  if (nameless.size > 0) {
    const { records } = await lists.readMany([...nameless.values()]);
    for (const { pause, workerName } of records.values())
      if (pause !== null && workerName !== null) names.set(pause.workerSid, workerName);
  }
  return pauses.map((pause) => ({ ...pause, workerName: names.get(pause.workerSid) ?? null }));
}
