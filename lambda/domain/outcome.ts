import { decide } from './decide';
import type { Decision } from './decision';
import { type AcceptedTask } from './moves/accept';
import { channelClosed } from './moves/end';
import { inviteSent } from './moves/invite-task';
import { closeExpired } from './moves/leave';
import { adoptTask, type FoundTask, holdByFlex, inviteWhereNoneIs } from './moves/look';
import { oweInviteToDefaultWorkflow } from './invites';
import {
  type Context,
  drop,
  type Effect,
  type EffectId,
  isCreation,
  type Owed,
  type Pending,
  putOff,
} from './pending';
import { type Conversation, isKnownOver } from './record';
import type { Settings } from './settings';
import {
  isStudioHookComing,
  studioHookImpossible,
  studioHookIsOn,
  studioHookMayBeOn,
  withoutComingStudioHook,
} from './studio-hook';
import { HOUR, type Instant, MINUTE, plusSeconds } from './time';

/** What came of carrying out an effect. */
export type Outcome =
  | { readonly result: 'done' }
  /** Not yet: look again at this moment. */
  | { readonly result: 'again'; readonly notBefore: Instant; readonly change?: Partial<Effect> }
  /** The call failed or its answer is unknown: it is tried again, ever more rarely. */
  | { readonly result: 'failed' }
  /** Twilio has too many calls and did not carry it out: it is tried again soon. */
  | { readonly result: 'throttled' }
  | { readonly result: 'conversation-closed' }
  | {
      readonly result: 'task-over';
      readonly taskSid: string;
      readonly inviteId?: string;
      readonly wasTaken: boolean;
    }
  | { readonly result: 'wrapping-up'; readonly participantSid: string | null }
  | { readonly result: 'channel-closed'; readonly endTasks: boolean }
  | { readonly result: 'invited'; readonly taskSid: string }
  | { readonly result: 'invite-refused' }
  /** `byUs`: by a call of ours, or maybe. */
  | { readonly result: 'accepted'; readonly task: AcceptedTask; readonly byUs: boolean }
  /** The agent has accepted it, and is not in the channel. */
  | { readonly result: 'agent-missing'; readonly taskSid: string }
  | { readonly result: 'task-found'; readonly task: FoundTask }
  | { readonly result: 'held-by-flex' }
  | { readonly result: 'no-task' }
  | { readonly result: 'customer-wrote'; readonly index: number }
  | { readonly result: 'no-reply' }
  /** Nobody has the flow on the conversation, and there is room for a hook: it can be put on. */
  | { readonly result: 'studio-hook-absent' }
  /** null: there may be more than one of ours. */
  | { readonly result: 'studio-hook-on'; readonly webhookSid: string | null }
  /** Somebody else has the flow on the conversation. */
  | { readonly result: 'studio-hook-of-others' }
  /** Refused for good. */
  | { readonly result: 'studio-hook-impossible' };

const THROTTLED_RETRY_SECONDS = 5;
const FIRST_RETRY_SECONDS = MINUTE;
const MOST_RETRY_SECONDS = HOUR;

/** The record after an effect was tried by this run. Effects that others have taken or dropped since are left as they are. */
export function afterEffect(
  record: Conversation,
  id: EffectId,
  outcome: Outcome,
  settings: Settings,
  context: Context,
): Conversation {
  const owed = record.pending[id];
  const isMine = owed?.taken?.by === context.run;
  if (outcome.result === 'conversation-closed') {
    const closed = decide(record, 'found-closed', undefined, context);
    if (closed.kind === 'apply') return closed.next;
    return isMine ? { ...record, pending: putOff(record.pending, id, retryAt(owed, context)) } : record;
  }
  if (!isMine) return record;
  const struck = (next: Conversation): Conversation => ({
    ...next,
    pending: drop(next.pending, [id], context),
  });
  switch (outcome.result) {
    case 'done':
      return struck(record);
    case 'again':
      if (owed.kind === 'close-participant' && isKnownOver(record, owed.taskSid)) return struck(record);
      return { ...record, pending: putOff(record.pending, id, outcome.notBefore, outcome.change) };
    case 'failed':
      return { ...record, pending: putOff(record.pending, id, retryAt(owed, context)) };
    case 'throttled':
      return { ...record, pending: putOffThrottled(record.pending, id, owed, context) };
    case 'task-over': {
      const { taskSid, inviteId = null, wasTaken } = outcome;
      const input = { taskSid, inviteId, wasTaken, settings };
      return struck(moved(record, decide(record, 'task-over', input, context)));
    }
    case 'wrapping-up':
      return struck(withWrapUp(record, outcome.participantSid));
    case 'channel-closed':
      return channelClosed(record, outcome, context);
    case 'invited':
      return inviteSent(record, outcome.taskSid, settings, context);
    case 'invite-refused':
      return refusedInvite(record, id, owed, context);
    case 'accepted': {
      const { task, byUs } = outcome;
      return struck(moved(record, decide(record, 'accept', { task, settings, isSeen: true, byUs }, context)));
    }
    case 'agent-missing':
      return struck(agentMissing(record, outcome.taskSid));
    case 'task-found':
      return adoptTask(record, outcome.task, settings, context);
    case 'held-by-flex':
      return holdByFlex(record, context);
    case 'no-task':
      if (owed.kind !== 'await-custom-routing') return inviteWhereNoneIs(record, 'repair', context);
      return isStudioHookComing(record)
        ? withoutComingStudioHook(record, context)
        : inviteWhereNoneIs(record, 'reply', context);
    case 'customer-wrote': {
      const input = { index: outcome.index, atCapacity: true, settings };
      return struck(moved(record, decide(record, 'customer-writes', input, context)));
    }
    case 'no-reply':
      return moved(record, closeExpired(record, context));
    case 'studio-hook-absent':
      return studioHookMayBeOn(record);
    case 'studio-hook-on':
      return struck(studioHookIsOn(record, outcome.webhookSid, context));
    case 'studio-hook-of-others':
      return struck({ ...record, studioHook: null });
    case 'studio-hook-impossible':
      return struck(studioHookImpossible(record, context));
  }
}

function moved(record: Conversation, decision: Decision): Conversation {
  return decision.kind === 'apply' ? decision.next : record;
}

/** What has moved on meanwhile is as it should be. */
function agentMissing(record: Conversation, taskSid: string): Conversation {
  const { task, wrapUp } = record;
  if (task?.taskSid !== taskSid || task.status !== 'assigned' || wrapUp !== null) return record;
  return { ...record, finding: { what: 'AcceptedButNotJoined', taskSid } };
}

function withWrapUp(record: Conversation, participantSid: string | null): Conversation {
  return record.task === null
    ? record
    : { ...record, task: { ...record.task, participantSid, status: 'wrapping' } };
}

/** Where even the default workflow is refused, the invite stays owed: an administrator has to mend the workspace. */
function refusedInvite(record: Conversation, id: EffectId, owed: Owed, context: Context): Conversation {
  if (record.invite === null) return record;
  return record.invite.toDefaultWorkflow
    ? { ...record, pending: putOff(record.pending, id, retryAt(owed, context)) }
    : oweInviteToDefaultWorkflow(record, record.invite, context);
}

/** What makes something new has not been tried by this: no task has to be looked for before the next try. */
function putOffThrottled(pending: Pending, id: EffectId, owed: Owed, { now }: Context): Pending {
  const attempts = isCreation(owed.kind) ? owed.attempts - 1 : owed.attempts;
  return putOff(pending, id, plusSeconds(now, THROTTLED_RETRY_SECONDS), { attempts });
}

/** Instants are cut to seconds: what makes something new waits one more, so that at least a minute passes. */
function retryAt({ attempts, kind }: Owed, { now }: Context): Instant {
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), MOST_RETRY_SECONDS);
  return plusSeconds(now, isCreation(kind) ? seconds + 1 : seconds);
}
