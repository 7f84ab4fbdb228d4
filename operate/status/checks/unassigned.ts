import { HOUR } from '../../../lambda/domain/time';
import { ok, warn } from '../finding';
import { type Check } from '../sources';

const LONG_SECONDS = HOUR;
const SHOWN = 10;

/** Conversations that came back, and wait for an agent. */
export const unassigned: Check = async ({ tasks }) => {
  const waiting = (await tasks()).filter(({ status }) => status !== 'assigned');
  const longest = waiting
    .sort((one, other) => other.ageSeconds - one.ageSeconds)
    .slice(0, SHOWN)
    .map(({ taskSid, status, ageSeconds, queueSid }) => ({ taskSid, status, ageSeconds, queueSid }));
  const facts = { waiting: waiting.length, longest };
  if ((longest[0]?.ageSeconds ?? 0) <= LONG_SECONDS)
    return ok('No conversation that came back waits long for an agent', facts);
  return warn(
    'Conversations that came back have waited for an agent for more than an hour',
    'See whether agents of these queues are there, and whether the workflow sends the tasks where you want them.',
    facts,
  );
};
