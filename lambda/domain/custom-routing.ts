import { type Context, hurry, idsOf, owe } from './pending';
import type { Conversation } from './record';
import { plusSeconds } from './time';

/**
 * Custom logic has so many seconds to bring a task. Where the agent still wraps up, that is ended first, so that the
 * old task is not taken for the one that was brought.
 */
export function oweCustomRouting(record: Conversation, seconds: number, context: Context): Conversation {
  const after = idsOf(record.pending, 'close-participant');
  const notBefore = plusSeconds(context.now, seconds);
  const effect = { kind: 'await-custom-routing' } as const;
  const pending = owe(hurry(record.pending, after, context), effect, context, { after, notBefore });
  return { ...record, invite: null, pending };
}

/** Whether a task could be made now without another beside it: none is known, owed, on its way or looked for. */
export function isWithoutTask({ task, invite, heldBy, pending }: Conversation): boolean {
  return task === null && invite === null && heldBy === null && idsOf(pending, 'look-for-task').length === 0;
}
