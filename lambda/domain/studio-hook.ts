import {
  type Context,
  CREATION_LEASE_SECONDS,
  drop,
  hurry,
  idsOf,
  owe,
  type Pending,
  putOff,
} from './pending';
import type { Conversation } from './record';
import { type Instant, MINUTE, plusSeconds } from './time';

/** A flow that has a reply has made its task of it by then. */
const FLOW_TAKES_SECONDS = MINUTE;

/** From now on the flow takes what the customer writes. A hook of before is taken off first. */
export function oweStudioHook(record: Conversation, flowSid: string, context: Context): Conversation {
  const after = idsOf(record.pending, 'take-studio-hook-off');
  const pending = owe(hurry(record.pending, after, context), { kind: 'put-studio-hook' }, context, { after });
  return { ...record, studioHook: { flowSid, mayBeOn: false, webhookSid: null }, pending };
}

/**
 * The flow takes nothing any more: its hook is taken off, where there may be one. One that is still being put on may
 * come yet, so that it is taken off again later.
 */
export function withoutStudioHook(record: Conversation, context: Context): Conversation {
  const { studioHook: hook } = record;
  if (hook === null) return record;
  const puts = idsOf(record.pending, 'put-studio-hook');
  const until = puts.length > 0 ? plusSeconds(context.now, CREATION_LEASE_SECONDS) : null;
  const free = drop(record.pending, puts, context);
  const pending = hook.mayBeOn ? owe(free, { kind: 'take-studio-hook-off', hook, until }, context) : free;
  return { ...record, studioHook: null, pending };
}

/**
 * Its hook is on. Where the customer has replied already, the flow has the reply only now.
 *
 * @param webhookSid null: there may be another of ours, whose answer got lost
 */
export function studioHookIsOn(
  record: Conversation,
  webhookSid: string | null,
  context: Context,
): Conversation {
  if (record.studioHook === null) return record;
  const pending = awaitedUntil(plusSeconds(context.now, FLOW_TAKES_SECONDS), record.pending);
  return { ...record, studioHook: { ...record.studioHook, webhookSid }, pending };
}

/** The call that puts it on may be under way, so that the flow has the reply yet. */
export function isStudioHookComing({ studioHook, pending }: Conversation): boolean {
  return studioHook?.mayBeOn === true && idsOf(pending, 'put-studio-hook').length > 0;
}

/** The time is over: it is put on no more, and what it may have brought all the same is looked for when it cannot come any more. */
export function withoutComingStudioHook(record: Conversation, context: Context): Conversation {
  const pending = awaitedUntil(plusSeconds(context.now, CREATION_LEASE_SECONDS), record.pending);
  return withoutStudioHook({ ...record, pending }, context);
}

/** What custom routing brings is looked for no sooner. */
function awaitedUntil(moment: Instant, pending: Pending): Pending {
  const [id] = idsOf(pending, 'await-custom-routing');
  if (id === undefined) return pending;
  const { notBefore } = pending[id]!;
  return notBefore !== null && notBefore >= moment ? pending : putOff(pending, id, moment);
}

/** Nobody has the flow on the conversation: what will be there is ours. */
export function studioHookMayBeOn(record: Conversation): Conversation {
  return record.studioHook === null
    ? record
    : { ...record, studioHook: { ...record.studioHook, mayBeOn: true } };
}

/** The flow cannot have the reply: the workflow has it, also where the customer has written already. */
export function studioHookImpossible(record: Conversation, context: Context): Conversation {
  const leave = record.leave && ({ ...record.leave, onReply: 'new-task' } as const);
  const pending = customRoutingEnds(record.pending, context);
  return { ...record, studioHook: null, leave, pending };
}

/** Its time is over before it was. */
function customRoutingEnds(pending: Pending, context: Context): Pending {
  const ids = idsOf(pending, 'await-custom-routing');
  const now = ids.map((id) => [id, { ...pending[id]!, notBefore: null }] as const);
  return hurry({ ...pending, ...Object.fromEntries(now) }, ids, context);
}
