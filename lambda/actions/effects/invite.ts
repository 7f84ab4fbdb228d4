import { inviteProperties, markerIn } from '../../domain/invite-routing';
import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import { type Conversation, type Invite, isFormerTask } from '../../domain/record';
import type { Settings } from '../../domain/settings';
import { type Deps, TwilioError } from '../ports';
import { isOver, mayHaveBeenTaken, unlessGone } from '../presence';

/** Makes a new task for the conversation. One that may have been sent before is looked for first, never blindly repeated. */
export async function sendInvite(
  { inviteId, attempts }: Extract<Effect, { kind: 'invite' }> & { readonly attempts: number },
  record: Conversation,
  settings: Settings,
  deps: Deps,
): Promise<Outcome> {
  const { invite } = record;
  if (invite?.inviteId !== inviteId) return { result: 'done' };
  const sent = await unlessGone(
    async () =>
      (attempts > 1 ? await readBack(invite, record, settings, deps) : undefined) ??
      (await send(invite, record, settings, deps)),
    record,
    deps,
  );
  if (sent.kind === 'gone') return { result: 'conversation-closed' };
  if (sent.kind === 'there') return sent.answer;
  return refused(invite, record, deps);
}

async function send(invite: Invite, record: Conversation, settings: Settings, deps: Deps): Promise<Outcome> {
  try {
    const { taskSid } = await deps.twilio.invite(
      record,
      inviteProperties(record, invite, deps.workspace, settings),
    );
    return { result: 'invited', taskSid };
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'refused') return refused(invite, record, deps);
    throw error;
  }
}

/** Our marker tells which invite it is; where it had no room for one, it is any whose task the record does not know. */
async function readBack(
  invite: Invite,
  record: Conversation,
  settings: Settings,
  deps: Deps,
): Promise<Outcome | undefined> {
  const isMarked =
    markerIn(inviteProperties(record, invite, deps.workspace, settings).attributes) !== undefined;
  const found = (await deps.twilio.invites(record)).find(({ taskSid, attributes }) => {
    const marker = markerIn(attributes);
    if (isMarked || marker !== undefined) return marker?.inviteId === invite.inviteId;
    return !isFormerTask(record, taskSid) && record.task?.taskSid !== taskSid;
  });
  if (found === undefined) return undefined;
  const task = await deps.twilio.task(found.taskSid);
  return isOver(task)
    ? {
        result: 'task-over',
        taskSid: found.taskSid,
        inviteId: invite.inviteId,
        wasTaken: mayHaveBeenTaken(task),
      }
    : { result: 'invited', taskSid: found.taskSid };
}

function refused(
  { inviteId, toDefaultWorkflow }: Invite,
  { conversationSid }: Conversation,
  { log, metrics }: Deps,
): Outcome {
  log.error('invite refused for good', { conversationSid, inviteId, toDefaultWorkflow });
  metrics.measure({ InvitesRefused: 1 });
  return { result: 'invite-refused' };
}
