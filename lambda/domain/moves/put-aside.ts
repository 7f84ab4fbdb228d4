import { withIdentity } from '../identities';
import { dropInvite } from '../invites';
import { type Context, owe } from '../pending';
import { type Conversation, holderOf } from '../record';
import type { Settings } from '../settings';
import { MINUTE, plusSeconds } from '../time';
import { oweParticipantClosed } from '../wrap-up';

/** What was written or closed in the very second of a Pause or Leave is found this much later. */
const FIRST_COMPARISON_SECONDS = MINUTE;

/** Who puts a conversation aside, and by which rules. */
export interface PutAsideInput {
  readonly workerSid: string;
  /** The token's identity: the agent's in conversations too, where the worker's attributes name none. */
  readonly identity: string;
  readonly reason: string | null;
  readonly settings: Settings;
}

/** Whether the caller has the current task. */
export function isHeldBy(record: Conversation, { workerSid }: PutAsideInput): boolean {
  return record.task !== null && holderOf(record) === workerSid;
}

/** What Pause and Leave have in common: nothing is invited any more, and the conversation will be compared with Twilio. */
export function putAside(
  record: Conversation,
  { workerSid, identity }: PutAsideInput,
  context: Context,
): Conversation {
  return {
    ...record,
    heldBy: null,
    parkedBy: workerSid,
    lastWrapUp: record.task && { taskSid: record.task.taskSid, endedAt: null },
    customerRepliedAt: null,
    agentIdentities: withIdentity(record.agentIdentities, identity),
    compareAt: plusSeconds(context.now, FIRST_COMPARISON_SECONDS),
    comparisonsFailed: 0,
    pending: dropInvite(record, context),
  };
}

/** The agent wraps up, or, where the settings want none, the task is closed at once. */
export function freeAgent(record: Conversation, { wrapUp }: Settings, context: Context): Conversation {
  if (!wrapUp) return oweParticipantClosed(record, context);
  if (record.task === null) return record;
  const effect = { kind: 'wrap-up-task', taskSid: record.task.taskSid } as const;
  return { ...record, pending: owe(record.pending, effect, context) };
}
