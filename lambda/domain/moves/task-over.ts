import { apply, type Decision, NOTHING } from '../decision';
import { attributesToKeep } from '../invite-routing';
import { dropInvite, oweNextInvite } from '../invites';
import { type Context, owe } from '../pending';
import {
  type Conversation,
  isAccepted,
  isFormerTask,
  isKnownOver,
  withFormerTask,
  withoutTask,
} from '../record';
import type { Settings } from '../settings';
import { MINUTE, plusSeconds } from '../time';
import { oweParticipantClosed, withTaskSeenOver, wrapUpEnds } from '../wrap-up';

/** A task that ended without our asking may have been transferred: we look for its successor after this time. */
const LOOK_AFTER_SECONDS = 2 * MINUTE;

export interface TaskOverInput {
  readonly taskSid: string;
  /** From our marker: an invite's task that we had no answer for is known by it. */
  readonly inviteId: string | null;
  /** It may have had an agent, though we heard of no accept. */
  readonly wasTaken: boolean;
  /** The task's last attributes, where the news carried them. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
}

/** Active: an invite found no agent and the next one follows, or a task ended that we did not ask to end. */
export function taskOverWhileActive(record: Conversation, input: TaskOverInput, context: Context): Decision {
  const { task, invite, heldBy } = record;
  const isInvites =
    invite !== null && (invite.inviteId === input.inviteId || invite.taskSid === input.taskSid);
  if (task === null && isInvites && !isKnownOver(record, input.taskSid)) {
    const over = withFormerTask(record, input.taskSid, true);
    return apply(input.wasTaken ? oweLook(over, context) : oweNextInvite(over, invite, context));
  }
  if (task === null && heldBy === 'flex' && !isFormerTask(record, input.taskSid)) {
    return apply(oweLook(withFormerTask(record, input.taskSid, true), context));
  }
  if (task?.taskSid !== input.taskSid) return formerTaskOver(record, input, context);
  const over = withoutTask(record, true);
  if (!isAccepted(task) && invite !== null && !input.wasTaken)
    return apply(oweNextInvite(over, invite, context));
  return apply(oweLook({ ...withLastAttributes(over, input), lastCommand: null }, context));
}

/** Somebody had it, or may have had it: where is it now? */
export function oweLook(record: Conversation, context: Context): Conversation {
  const pending = owe(dropInvite(record, context), { kind: 'look-for-task' }, context, {
    notBefore: plusSeconds(context.now, LOOK_AFTER_SECONDS),
  });
  return { ...record, heldBy: null, invite: null, compareAt: null, pending };
}

/** The wrap-up is over: the conversation is paused or left, and the agent's participant, which may have stayed, is closed. */
export function taskOverInWrapUp(record: Conversation, input: TaskOverInput, context: Context): Decision {
  if (record.task?.taskSid !== input.taskSid) return formerTaskOver(record, input, context);
  const closing = oweParticipantClosed(record, context);
  const over = wrapUpEnds(withoutTask(closing, true), input.taskSid, context);
  return apply({
    ...withLastAttributes(over, input),
    channelState: record.wrapUp === 'pause' ? 'pause' : record.channelState,
    wrapUp: null,
    pending: withTaskSeenOver(closing.pending, input.taskSid, context),
  });
}

/** The conversation has ended, and now its agent's wrap-up has too. */
export function taskOverWhenClosed(record: Conversation, input: TaskOverInput, context: Context): Decision {
  if (record.task?.taskSid !== input.taskSid) return formerTaskOver(record, input, context);
  const pending = withTaskSeenOver(record.pending, input.taskSid, context);
  const over = wrapUpEnds(withoutTask(record, true), input.taskSid, context);
  return apply({ ...over, wrapUp: null, pending });
}

/** News of a task before the current one: what waited for its end goes on; else it is late and changes nothing. */
export function formerTaskOver(record: Conversation, { taskSid }: TaskOverInput, context: Context): Decision {
  if (!isFormerTask(record, taskSid)) return NOTHING;
  const pending = withTaskSeenOver(record.pending, taskSid, context);
  if (isKnownOver(record, taskSid) && pending === record.pending) return NOTHING;
  const formerTasks = record.formerTasks.map((former) =>
    former.taskSid === taskSid ? { taskSid, over: true } : former,
  );
  return apply(wrapUpEnds({ ...record, formerTasks, pending }, taskSid, context));
}

function withLastAttributes(record: Conversation, { attributes, settings }: TaskOverInput): Conversation {
  if (attributes === undefined) return record;
  return { ...record, routing: { ...record.routing, attributes: attributesToKeep(attributes, settings) } };
}
