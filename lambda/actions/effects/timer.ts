import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import { instant } from '../../domain/time';
import type { Deps } from '../ports';

export async function startTimer(
  { name, pauseId, deadline }: Extract<Effect, { kind: 'start-timer' }>,
  { conversationSid }: Conversation,
  { timer }: Deps,
): Promise<Outcome> {
  await timer.start(name, { v: 1, conversationSid, pauseId, deadline });
  return { result: 'done' };
}

/** A timer whose start may still be under way is stopped now and once more at `until`. */
export async function stopTimer(
  { name, until }: Extract<Effect, { kind: 'stop-timer' }>,
  { timer, now }: Deps,
): Promise<Outcome> {
  await timer.stop(name);
  return until !== null && instant(now()) < until
    ? { result: 'again', notBefore: until }
    : { result: 'done' };
}
