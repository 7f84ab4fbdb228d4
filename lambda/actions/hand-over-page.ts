import { decide } from '../domain/decide';
import { type Decision, NOTHING } from '../domain/decision';
import { afterPage, askingOf, type Handover, takes } from '../domain/handover';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import { instant } from '../domain/time';
import { changeAndSettle } from './change-and-settle';
import { ownRun } from './context';
import { errorName } from './error-name';
import { inParallel } from './in-parallel';
import type { Deps, HandoverDeps, ListPosition } from './ports';

/** What a page has come to. */
export interface PageDone {
  /** Pauses that are the other agent's, or on their way to their queue. */
  readonly handedOver: number;
  /** The list was read to its end, and nothing failed. */
  readonly isWhole: boolean;
}

/**
 * Hands over one page of the agent's pauses. One that fails does not stop the others: the list is read again. Whatever
 * is not written down afterwards is done again, and then finds nothing to do.
 *
 * @param handover taken up by this run
 * @param most     pauses of a page
 */
export async function handOverPage(
  handover: Handover,
  most: number,
  deps: HandoverDeps,
  mayStart: () => boolean,
): Promise<PageDone> {
  const { places, position, hasMore } = await nextPage(handover, most, deps);
  let handedOver = 0;
  let failed = 0;
  let isCut = false;
  await inParallel(places, async ({ conversationSid }) => {
    if (!mayStart()) return void (isCut = true);
    try {
      if (await handOverOne(handover, conversationSid, ownRun(deps))) handedOver++;
    } catch (error) {
      failed++;
      deps.log.error('pause not handed over', { conversationSid, error: errorName(error) });
    }
  });
  const page = { found: handedOver + failed, isCut, position, hasMore };
  await deps.handovers.replace(handover.version, afterPage(handover, page, instant(deps.now())));
  return { handedOver, isWhole: !hasMore && !isCut && failed === 0 };
}

function nextPage({ fromWorkerSid, position }: Handover, most: number, { lists }: HandoverDeps) {
  const which = { parking: 'pause', of: { workerSid: fromWorkerSid }, after: null, upTo: null } as const;
  const from: ListPosition = position;
  return lists.parked(which, from, most);
}

/** @returns whether there was something to hand over */
async function handOverOne(handover: Handover, conversationSid: string, deps: Deps): Promise<boolean> {
  const changed = await changeAndSettle(
    conversationSid,
    handover.by,
    (record, _settings, context) => decideHandover(handover, record, context),
    deps,
  );
  return changed.kind === 'applied';
}

/** The index may be behind: only the record itself tells whose pause it is. */
function decideHandover(handover: Handover, record: Conversation | undefined, context: Context): Decision {
  if (record === undefined || !takes(handover, record)) return NOTHING;
  return handover.to === null
    ? decide(record, 'reassign', { workerSid: null, atCapacity: false }, context)
    : decide(record, 'handover', { to: handover.to, asking: askingOf(handover) }, context);
}
