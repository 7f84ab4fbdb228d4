import { decide } from '../domain/decide';
import { markerIn } from '../domain/invite-routing';
import { type AcceptedTask, unseenConversation } from '../domain/moves/accept';
import { type Conversation, isFormerTask } from '../domain/record';
import { isEligible, type Settings } from '../domain/settings';
import type { FillIn, Read } from './command';
import type { Deps } from './ports';
import { heldReservation, identityOf } from './presence';

/**
 * For a conversation that began before we were connected, or whose accept got lost: with no record, or no live
 * task in it, the task is read from TaskRouter, and counts as if its accept had just been seen.
 *
 * @returns undefined when there is nothing to add
 */
export async function adoption(
  conversationSid: string,
  taskSid: string | undefined,
  { record: stored, settings }: Read,
  deps: Deps,
): Promise<FillIn | undefined> {
  if (taskSid === undefined || !mayAdopt(stored, taskSid)) return undefined;
  const accepted = await acceptedTask(conversationSid, taskSid, settings, deps);
  if (accepted === undefined || isOfAnotherChannel(accepted, stored)) return undefined;
  return (record, current, context) => {
    if (!mayAdopt(record, taskSid)) return record;
    const base = record ?? unseenConversation(conversationSid, context);
    const input = { task: accepted, settings: current, isSeen: true };
    const decision = decide(base, 'accept', input, context);
    return decision.kind === 'apply' ? decision.next : record;
  };
}

function mayAdopt(record: Conversation | undefined, taskSid: string): boolean {
  if (record === undefined) return true;
  return record.channelState !== 'closed' && record.task === null && !isFormerTask(record, taskSid);
}

/** An agent can write any conversation into the attributes of a task, and then ask for it by that task. */
function isOfAnotherChannel({ attributes }: AcceptedTask, record: Conversation | undefined): boolean {
  if (record === undefined || record.channelSid === '') return false;
  return attributes['flexInteractionChannelSid'] !== record.channelSid;
}

/** Of a conversation that will be refused for its channel, only who holds it is read: others hear that they may not. */
async function acceptedTask(
  conversationSid: string,
  taskSid: string,
  settings: Settings,
  deps: Deps,
): Promise<AcceptedTask | undefined> {
  const task = await deps.twilio.task(taskSid);
  if (task?.attributes['conversationSid'] !== conversationSid) return undefined;
  const held = await heldReservation(taskSid, deps);
  if (held === undefined) return undefined;
  const mayGoOn = isEligible(task.attributes['channelType'], settings);
  return {
    ...task,
    reservationSid: held.reservationSid,
    workerSid: held.workerSid,
    workerName: held.workerName,
    workerIdentity: mayGoOn ? await identityOf(held.workerSid, deps) : null,
    status: held.status === 'wrapping' ? 'wrapping' : 'assigned',
    inviteId: markerIn(task.attributes)?.inviteId ?? null,
    at: held.acceptedAt,
  };
}
