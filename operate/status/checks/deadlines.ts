import { instant, MINUTE, secondsBetween } from '../../../lambda/domain/time';
import { error, ok } from '../finding';
import { type Check } from '../sources';

/** The sweep takes a deadline that its timer missed by a minute; one more is its own. */
const LATE_SECONDS = 3 * MINUTE;

/** The pause whose deadline is the longest past. */
export const deadlines: Check = async ({ lists, now }) => {
  const { pauses } = await lists.soonestPauses(1);
  const [soonest] = pauses;
  const facts = {
    soonestDeadline: soonest?.deadline ?? null,
    conversationSid: soonest?.conversationSid ?? null,
  };
  const late = soonest ? secondsBetween(soonest.deadline, instant(now())) : 0;
  if (late <= LATE_SECONDS) return ok('No deadline is overdue', facts);
  return error(
    'A deadline is overdue',
    'Neither its timer nor the sweep has taken it: see the logs of reassign and sweep for this conversation, and whether the schedule runs.',
    { ...facts, lateSeconds: late },
  );
};
