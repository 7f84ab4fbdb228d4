import { ok, warn } from '../finding';
import { type Check } from '../sources';
import { type OurTask } from '../tasks';

const SHOWN = 10;
/** Seconds that our invites ask for: one for a named agent, and the most that Twilio takes. */
const TIMEOUTS = [100, 1_209_600];

/** Assumption: Flex and the workflow honour what an invite asks for, and tell the conversation's SID in its task. */
export const invitesAsAsked: Check = async ({ tasks }) => {
  const all = await tasks();
  const others = all.flatMap((task) => {
    const differs = differences(task);
    return differs.length === 0 ? [] : [{ taskSid: task.taskSid, differs }];
  });
  const facts = { seen: all.length, others: others.slice(0, SHOWN) };
  if (others.length === 0) return ok('The tasks of our invites are as they were asked for', facts);
  return warn(
    'Tasks of our invites are not as they were asked for',
    'Queue: the workflow sends them elsewhere, which may be what you want. Time-out, or no conversation SID: Flex does not honour what an invite asks for; see docs/assumptions.md.',
    facts,
  );
};

/** A marker that had no room for its queue says nothing of it. */
function differences({ queueSid, timeoutSeconds, attributes, marker }: OurTask): string[] {
  const asked = marker.queueSid;
  return [
    ...(typeof asked === 'string' && asked !== queueSid ? ['queue'] : []),
    ...(TIMEOUTS.includes(timeoutSeconds) ? [] : ['timeout']),
    ...(typeof attributes['conversationSid'] === 'string' ? [] : ['conversationSid']),
  ];
}
