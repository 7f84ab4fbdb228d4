import { decide } from '../domain/decide';
import { type Decision, NOTHING } from '../domain/decision';
import { unseenConversation } from '../domain/moves/accept';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { TaskEvent } from '../domain/task-events';
import type { Change } from './change';
import { changeAndSettle } from './change-and-settle';
import type { Deps } from './ports';

/**
 * Late, doubled and reordered events change nothing: the record knows its last tasks.
 *
 * @param first what was read or written already
 */
export async function taskEvent(
  event: TaskEvent,
  deps: Deps,
  first?: Parameters<typeof changeAndSettle>[4],
): Promise<Change> {
  return changeAndSettle(
    event.conversationSid,
    'system',
    (record, settings, context) => decideEvent(event, record, settings, context),
    deps,
    first,
  );
}

/** What the event makes of the record. */
export function decideEvent(
  event: TaskEvent,
  read: Conversation | undefined,
  settings: Settings,
  context: Context,
): Decision {
  if (event.kind === 'accepted') {
    const record = read ?? unseenConversation(event.conversationSid, context);
    return decide(record, 'accept', { task: event.task, settings }, context);
  }
  if (read === undefined) return NOTHING;
  switch (event.kind) {
    case 'reserved':
      return decide(read, 'task-reserved', { reserved: event.reserved, settings }, context);
    case 'wrapping':
      return decide(read, 'task-wrapping', { taskSid: event.taskSid }, context);
    case 'over':
      return decide(read, 'task-over', { ...event, settings }, context);
  }
}
