import { apply, type Decision, wrongState } from '../decision';
import { durationSeconds } from '../duration';
import type { Context } from '../pending';
import type { Conversation, Leave } from '../record';
import { DURATION_LIMITS } from '../settings';
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
  const { onReply, customRoutingTimeout } = settings.leave;
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
  return apply(freeAgent(left, settings, context));
}

/** Nobody has written for as long as a leave lasts: the conversation is closed. */
export function expireLeave(record: Conversation, _input: unknown, context: Context): Decision {
  return endConversation({ ...record, lastCommand: null }, { keepsWrapUp: false }, context);
}
