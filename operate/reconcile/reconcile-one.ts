import { change } from '../../lambda/actions/change';
import { contextOf } from '../../lambda/actions/context';
import { type Conversation } from '../../lambda/domain/record';
import { apply, NOTHING } from '../../lambda/domain/decision';
import { type TaskEvent } from '../../lambda/domain/task-events';
import { afterEvents, asItIs } from './as-it-is';
import { atTwilio } from './at-twilio';
import { type TimersOfOne } from './pause-as-it-is';
import { type ReconcileSources } from './sources';
import { type RunningTimer } from './timers';

/** What is known of a conversation apart from its record. */
export interface Known {
  readonly events: readonly TaskEvent[];
  /** Newest first. */
  readonly timers: readonly RunningTimer[];
}

/** What came of one conversation. `unknown`: a timer waits for it, and nothing tells where it is. */
export type Reconciled =
  | { readonly kind: 'same' | 'unknown' }
  | { readonly kind: 'changed'; readonly before: Conversation | undefined; readonly after: Conversation };

/**
 * Compares a record with Twilio and the timers. Twilio is only read; what the record then owes there, the sweep does.
 *
 * @param isWritten false: only what would be
 * @throws TwilioError, and what AWS's clients throw
 */
export async function reconcileOne(
  conversationSid: string,
  { events, timers }: Known,
  isWritten: boolean,
  sources: ReconcileSources,
): Promise<Reconciled> {
  const read = await sources.store.read(conversationSid);
  const context = contextOf(sources, 'system');
  const told = afterEvents(read.record, events, read.settings, context);
  if (told === undefined) return { kind: timers.length === 0 ? 'same' : 'unknown' };
  const twilio = await atTwilio(told.record, sources);
  const ofOne = await timersOf(told.record, timers, sources);
  const after = asItIs(told, twilio, ofOne, read.settings, context);
  if (after === read.record) return { kind: 'same' };
  if (isWritten) {
    const decide = (record: Conversation | undefined) =>
      record?.version === read.record?.version ? apply(after) : NOTHING;
    const written = await change(conversationSid, 'system', decide, sources, read);
    if (written.kind !== 'applied') throw new Error('The record was changed meanwhile');
  }
  return { kind: 'changed', before: read.record, after };
}

async function timersOf(
  record: Conversation,
  running: readonly RunningTimer[],
  { timers }: ReconcileSources,
): Promise<TimersOfOne> {
  const read = await Promise.all(
    running.map(async (timer) => ({ ...timer, input: await timers.inputOf(timer) })),
  );
  const { pause } = record;
  const isRunning = running.some(({ pauseId }) => pauseId === pause?.pauseId);
  if (pause === null || isRunning) return { running: read, freeNumber: 0 };
  return { running: read, freeNumber: await timers.freeNumber(record.conversationSid, pause) };
}
