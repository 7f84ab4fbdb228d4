import { ok, warn } from '../finding';
import { type Check } from '../sources';
import { type Workflow } from '../workflows';

/** Targets for one known agent without a time-out: a task waits there for ever, when that agent does not come. */
export const knownAgentTargets: Check = async ({ workflows }) => {
  const all = await workflows();
  const endless = all.filter(({ targets }) => targets.some(isEndless)).map(named);
  if (endless.length === 0)
    return ok('No workflow waits for one agent without end', { workflows: all.length });
  return warn(
    'A workflow has a target for a known agent without a time-out',
    'Give the target a timeout and a skip_if, as examples/known-agent-workflow does: else a resumed conversation waits for ever for an agent who is away.',
    { workflows: endless },
  );
};

function isEndless(target: Readonly<Record<string, unknown>>): boolean {
  const isKnown = 'known_worker_sid' in target || 'known_worker_friendly_name' in target;
  return isKnown && !(Number(target['timeout']) > 0);
}

function named({ workflowSid, name }: Workflow) {
  return { workflowSid, name };
}
