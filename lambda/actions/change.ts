import type { Cause } from '../domain/cause';
import { sealed } from '../domain/decide';
import type { Decision, Refusal } from '../domain/decision';
import { refuse } from '../domain/decision';
import { measuresOf } from '../domain/measures';
import { eventsToldBy } from '../domain/owed-events';
import { type Context, mine } from '../domain/pending';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import { contextOf } from './context';
import type { Deps } from './ports';

/** What came of one change: written, left as it was, or refused. */
export type Change =
  | { readonly kind: 'applied'; readonly record: Conversation; readonly settings: Settings }
  | { readonly kind: 'nothing'; readonly record: Conversation | undefined; readonly settings: Settings }
  | (Refusal & { readonly record: Conversation | undefined; readonly settings: Settings });

/** Decides on what was just read. */
export type Decide = (record: Conversation | undefined, settings: Settings, context: Context) => Decision;

/** What writing a record takes. */
export type ChangeDeps = Pick<Deps, 'store' | 'log' | 'metrics' | 'now' | 'run' | 'newId'>;

/** A lost write is read and decided again, this often in all. */
export const MOST_ATTEMPTS = 5;

/**
 * The one way to write a record, for people, webhooks, timers and the sweep: read, decide, write if unchanged.
 * Losing five times is refused as `changed-meanwhile`.
 *
 * @param by    who or what causes it: events and history tell
 * @param first what was read already, so that the first attempt needs no read
 */
export async function change(
  conversationSid: string,
  by: Cause,
  decide: Decide,
  deps: ChangeDeps,
  first?: { record: Conversation | undefined; settings: Settings },
): Promise<Change> {
  let last = first ?? (await deps.store.read(conversationSid));
  for (let attempt = 1; ; attempt++) {
    const { record, settings } = last;
    const context = contextOf(deps, by);
    const decision = decide(record, settings, context);
    if (decision.kind === 'refuse') return { ...decision, record, settings };
    if (decision.kind === 'nothing') return { kind: 'nothing', record, settings };
    const next = sealed(record, decision.next, settings, context);
    const isWritten = await deps.store.replace(record?.version ?? 0, next);
    if (!isWritten) last = await deps.store.read(conversationSid);
    const current = isWritten ? next : last.record;
    if (current !== undefined && isWrite(current, record, next)) {
      tell(record, next, by, deps);
      return { kind: 'applied', record: current, settings };
    }
    if (attempt === MOST_ATTEMPTS) return { ...refuse('changed-meanwhile'), ...last };
  }
}

/** Two live tasks are not put right by anybody: that somebody hears of them is all. */
function tell(
  before: Conversation | undefined,
  record: Conversation,
  by: Cause,
  { log, metrics, now, run }: ChangeDeps,
): void {
  const { conversationSid, version, pending } = record;
  log.info('conversation changed', {
    conversationSid,
    version,
    by,
    run,
    told: eventsToldBy(record),
    owes: Object.keys(pending).filter((id) => !(before && id in before.pending)),
  });
  const measures = measuresOf(before, record, by, now());
  if (measures.DoubleTasks) log.warn('two live tasks', { conversationSid });
  metrics.measure(measures);
}

/**
 * Whether a write is there. One whose answer got lost, and which was then repeated below us, looks as if others had been
 * faster: it stands there still, or they have overtaken it, and left what it took for this run.
 */
function isWrite(
  current: Conversation,
  before: Conversation | undefined,
  { version, writtenBy }: Conversation,
): boolean {
  if (current.version === version) return current.writtenBy === writtenBy;
  const takenBefore = before ? idsOfMine(before, writtenBy) : [];
  return idsOfMine(current, writtenBy).some((id) => !takenBefore.includes(id));
}

function idsOfMine({ pending }: Conversation, run: string): string[] {
  return mine(pending, run).map(([id]) => id);
}
