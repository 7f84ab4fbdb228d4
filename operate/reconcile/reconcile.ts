import { errorName } from '../../lambda/actions/error-name';
import { inParallel } from '../../lambda/actions/in-parallel';
import { EVENTS_STAY_MILLISECONDS, OVERLAP_MILLISECONDS } from '../../lambda/actions/lost-events';
import { newsOf, type TaskEvent } from '../../lambda/domain/task-events';
import { instant } from '../../lambda/domain/time';
import { lineOf } from './present';
import { reconcileOne } from './reconcile-one';
import { type ReconcileSources } from './sources';

/**
 * Brings the records of a restored table to what Twilio and the timers say now. Without `yes` it tells what it would do.
 * It can be run again at any time: what is right already stays, and once the mark is there it does nothing.
 *
 * @returns the exit code: 1 where something is left to look at
 */
export async function reconcile(
  { yes = false }: { readonly yes?: boolean | undefined },
  sources: ReconcileSources,
  say: (line: string) => void,
): Promise<number> {
  if (await sources.mark.isThere()) {
    say('This table is reconciled: there is nothing to do.');
    return 0;
  }
  const [open, events, timers] = await Promise.all([
    sources.openRecords(),
    eventsSince(sources),
    sources.timers.running(),
  ]);
  const all = [...new Set([...open, ...events.keys(), ...timers.keys()])].sort();
  const counts = { changed: 0, same: 0, unknown: 0, failed: 0 };
  await inParallel(all, async (conversationSid) => {
    const known = {
      events: events.get(conversationSid) ?? [],
      timers: timers.get(conversationSid) ?? [],
    };
    try {
      const reconciled = await reconcileOne(conversationSid, known, yes, sources);
      counts[reconciled.kind]++;
      if (reconciled.kind !== 'same') say(lineOf(conversationSid, reconciled));
    } catch (error) {
      counts.failed++;
      say(`${conversationSid}: could not be compared (${errorName(error)})`);
    }
  });
  say(
    `${all.length} conversations: ${Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')}`,
  );
  return finish(counts, yes, sources, say);
}

async function finish(
  { unknown, failed }: { readonly unknown: number; readonly failed: number },
  yes: boolean,
  { mark, now }: ReconcileSources,
  say: (line: string) => void,
): Promise<number> {
  const isLeft = unknown + failed > 0;
  if (failed > 0) say('Not done: run it again for those that could not be compared.');
  else if (!yes) say('Nothing is changed yet. With --yes it is.');
  else {
    await mark.put(instant(now()));
    say('Done: from now on the product works again.');
  }
  return isLeft ? 1 : 0;
}

/** TaskRouter's events since the last that the table knows, by conversation. */
async function eventsSince({ store, twilio, now }: ReconcileSources): Promise<Map<string, TaskEvent[]>> {
  const earliest = now().getTime() - EVENTS_STAY_MILLISECONDS;
  const cursor = await store.readEventCursor();
  const from = Math.max(earliest, (cursor?.at ?? earliest) - OVERLAP_MILLISECONDS);
  const found = new Map<string, TaskEvent[]>();
  for (const { fields } of await twilio.events({ from })) {
    const news = newsOf(fields);
    if (news === undefined || news.kind === 'agent-deleted') continue; // the sweep reads the list once more
    found.set(news.conversationSid, [...(found.get(news.conversationSid) ?? []), news]);
  }
  return found;
}
