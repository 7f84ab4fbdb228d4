import type { Cause } from './cause';
import type { ConversationEvent } from './history-entry';
import type { Measures, MetricName } from './metric-names';
import { isNewDouble } from './other-tasks';
import { eventsToldBy } from './owed-events';
import type { Conversation } from './record';

/** Events that are counted. */
const COUNTED: Partial<Record<ConversationEvent, MetricName>> = {
  InviteLost: 'InvitesLost',
  AcceptedButNotJoined: 'AcceptedButNotJoined',
  ClosedByWrapUp: 'ClosedByWrapUp',
};

/**
 * What one write of a record is worth to whoever watches. It follows from the record before and after, so that no move
 * can forget it.
 *
 * @param now the moment of the write, not cut to seconds
 */
export function measuresOf(
  before: Conversation | undefined,
  after: Conversation,
  by: Cause,
  now: Date,
): Measures {
  const counted = eventsToldBy(after).flatMap((type) => COUNTED[type] ?? []);
  return {
    ...Object.fromEntries(counted.map((name) => [name, 1])),
    ...(isNewDouble(before, after) ? { DoubleTasks: 1 } : {}),
    ...latenessOf(before, after, by, now),
  };
}

/** Of a pause that ends because its deadline has come. */
function latenessOf(before: Conversation | undefined, after: Conversation, by: Cause, now: Date): Measures {
  if (by !== 'deadline' || !before?.pause || after.pause !== null) return {};
  return { DeadlineLateness: (now.getTime() - Date.parse(before.pause.deadline)) / 1000 };
}
