import { apply, type Decision, wrongState } from '../decision';
import { durationSeconds } from '../duration';
import { type Context, owe } from '../pending';
import type { Conversation, Leave } from '../record';
import { DURATION_LIMITS } from '../settings';
import { oweStudioHook } from '../studio-hook';
import type { Instant } from '../time';
import { endConversation } from './end';
import { freeAgent, isHeldBy, putAside, type PutAsideInput } from './put-aside';

export interface LeaveInput extends PutAsideInput {
  readonly expiresAt: Instant;
}

/** Active, and the caller holds it: it waits for the customer from now on, also while the agent still wraps up. */
export function startLeave(record: Conversation, input: LeaveInput, context: Context): Decision {
  if (!isHeldBy(record, input)) return wrongState(record);
  const { workerSid, expiresAt, reason, settings } = input;
  const { onReply, customRoutingTimeout, studioFlowSid } = settings.leave;
  const leave: Leave = {
    leaveId: context.newId(),
    workerSid,
    leftAt: context.now,
    expiresAt,
    reason,
    onReply,
    customRoutingSeconds: durationSeconds(customRoutingTimeout) ?? DURATION_LIMITS.customRoutingTimeout.most,
  };
  const aside = putAside(record, input, context);
  const left: Conversation = { ...aside, channelState: 'inactive', wrapUp: 'leave', leave };
  const isStudios = onReply === 'custom-routing' && studioFlowSid !== null;
  const listened = isStudios ? oweStudioHook(left, studioFlowSid, context) : left;
  return apply(freeAgent(listened, settings, context));
}

/** Nobody has been heard of for as long as a leave lasts: a reply is looked for once more, as its webhook may be lost. */
export function expireLeave(record: Conversation, _input: unknown, context: Context): Decision {
  return apply({ ...record, pending: owe(record.pending, { kind: 'look-for-reply' }, context) });
}

/** Nobody has written: the conversation is closed. */
export function closeExpired(record: Conversation, context: Context): Decision {
  return endConversation({ ...record, lastCommand: null }, { keepsWrapUp: false }, context);
}
