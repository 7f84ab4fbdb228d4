import { type Context, drop, hurry, idsOf, owe, type Pending } from './pending';
import type { Conversation, Invite, Purpose } from './record';
import { withoutStudioHook } from './studio-hook';
import { MINUTE, plusSeconds } from './time';

/** Waiting time before the next invite, by the number of those that found no agent; then each hour. */
const BACK_OFF_SECONDS = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE] as const;

/** @param lost invites so far that found no agent, at least one */
export function backOffSeconds(lost: number): number {
  return BACK_OFF_SECONDS[Math.min(lost, BACK_OFF_SECONDS.length) - 1] ?? 0;
}

/** An invite, once the agent's participant in the channel is closed, where that is still owed. */
export function oweInvite(
  record: Conversation,
  { purpose, workerSid, direct }: { purpose: Purpose; workerSid: string | null; direct: boolean },
  context: Context,
): Conversation {
  const fresh: Invite = {
    purpose,
    workerSid,
    direct,
    inviteId: context.newId(),
    taskSid: null,
    sentAt: null,
    lost: 0,
    toDefaultWorkflow: false,
  };
  return withInvite(record, fresh, idsOf(record.pending, 'close-participant'), null, context);
}

/** The invite before found no agent: the next one goes through the workflow and names nobody. */
export function oweNextInvite(record: Conversation, before: Invite, context: Context): Conversation {
  const lost = before.lost + 1;
  const next: Invite = {
    ...before,
    inviteId: context.newId(),
    workerSid: null,
    direct: false,
    taskSid: null,
    sentAt: null,
    lost,
  };
  return withInvite(record, next, [], plusSeconds(context.now, backOffSeconds(lost)), context);
}

/** Refused for good: the same once more, through the default workflow, naming nobody and no queue. */
export function oweInviteToDefaultWorkflow(
  record: Conversation,
  before: Invite,
  context: Context,
): Conversation {
  const next: Invite = {
    ...before,
    inviteId: context.newId(),
    workerSid: null,
    direct: false,
    toDefaultWorkflow: true,
  };
  return withInvite(record, next, [], null, context);
}

/** Nothing is invited or looked for any more: the conversation has moved on, or is over. */
export function dropInvite(record: Conversation, context: Context): Pending {
  const moot = idsOf(
    record.pending,
    'invite',
    'accept',
    'look-for-agent',
    'look-for-task',
    'look-for-reply',
    'await-custom-routing',
  );
  return drop(record.pending, moot, context);
}

function withInvite(
  record: Conversation,
  invite: Invite,
  after: readonly string[],
  notBefore: string | null,
  context: Context,
): Conversation {
  const unhooked = withoutStudioHook(record, context);
  const free = hurry(dropInvite(unhooked, context), after, context);
  const pending = owe(free, { kind: 'invite', inviteId: invite.inviteId }, context, { after, notBefore });
  return { ...unhooked, invite, pending };
}
