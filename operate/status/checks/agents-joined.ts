import { error, ok } from '../finding';
import { type Check, type Sources } from '../sources';
import { type OurTask } from '../tasks';

/** So many are looked at, with one call each. */
const MOST = 10;
/** The agent may take as long to join. */
const JOINS_WITHIN_MILLISECONDS = 30_000;

/** Assumption: an agent for whom the server accepts a task is in the conversation by that. */
export const agentsJoined: Check = async (sources) => {
  const before = sources.now().getTime() - JOINS_WITHIN_MILLISECONDS;
  const named = (await sources.tasks()).filter(
    ({ status, marker, updatedAt }) =>
      status === 'assigned' && marker.workerSid !== undefined && updatedAt <= before,
  );
  const looked = await Promise.all(
    named.slice(0, MOST).map(async (task) => ({ task, joined: await hasJoined(task, sources) })),
  );
  const missing = looked.filter(({ joined }) => !joined).map(({ task }) => task.taskSid);
  const facts = { looked: looked.length, missing };
  if (missing.length === 0)
    return ok('Agents whose task was accepted for them are in the conversation', facts);
  return error(
    'Agents have a task that was accepted for them, and are not in its conversation',
    'Set pause.acceptBy to client, and let the desk or the plugin accept: see AcceptedButNotJoined in docs/assumptions.md.',
    facts,
  );
};

async function hasJoined({ taskSid, attributes }: OurTask, { calls }: Sources): Promise<boolean> {
  const { flexInteractionSid, flexInteractionChannelSid } = attributes;
  const participants = await (
    await calls()
  ).participants({
    interactionSid: String(flexInteractionSid),
    channelSid: String(flexInteractionChannelSid),
  });
  return participants.some((participant) => participant.taskSid === taskSid);
}
