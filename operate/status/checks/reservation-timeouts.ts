import { error, ok, warn } from '../finding';
import { type Check } from '../sources';

/** Seconds after which Twilio ends the task of a named invite: it has to be before the reservation's end. */
const NAMED_INVITE_SECONDS = 100;
/** With time for Twilio's own steps; also the default. */
const ENOUGH_SECONDS = 120;

/**
 * Assumption: the reservation outlives a named invite. Else TaskRouter sets the agent offline who lets one pass. And: a
 * task that no target takes is canceled, or there is a default target, so that it comes back.
 */
export const reservationTimeouts: Check = async ({ workflows, deployment }) => {
  const all = await workflows();
  const ours = all.find(({ workflowSid }) => workflowSid === deployment.workflowSid);
  if (!ours)
    return error(
      'The workspace does not have the default workflow',
      'Deploy with the SID of a workflow that there is: twilioWorkflowSid.',
      { workflowSid: deployment.workflowSid },
    );
  const short = all.filter(({ reservationTimeoutSeconds: seconds }) => seconds < ENOUGH_SECONDS);
  const facts = {
    namedInviteSeconds: NAMED_INVITE_SECONDS,
    workflows: short.map(({ workflowSid, name, reservationTimeoutSeconds }) => ({
      workflowSid,
      name,
      reservationTimeoutSeconds,
    })),
  };
  if (short.length > 0)
    return warn(
      "A workflow's reservation ends before a named invite does",
      `Set its task reservation timeout to ${ENOUGH_SECONDS} s or more: else an agent who lets a resumed conversation pass is set offline.`,
      facts,
    );
  if (!ours.hasDefaultTarget)
    return warn(
      'The default workflow has no default target',
      'Give it a default queue: a task that no filter takes is given up by TaskRouter.',
      { workflowSid: ours.workflowSid },
    );
  return ok('Reservations outlive a named invite, and the default workflow has a default target', facts);
};
