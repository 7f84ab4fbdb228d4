import type { Outcome } from '../../domain/outcome';
import type { Effect, StudioHook } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import { instant } from '../../domain/time';
import { type Deps, TwilioError } from '../ports';
import { unlessGone } from '../presence';
import { lookForTask } from './look-for-task';

/** Webhooks of one conversation. Source: Twilio, Conversation Scoped Webhook resource. */
const MOST_HOOKS = 5;

/**
 * Puts the Studio flow's hook on the conversation, in two steps: at first it is seen, and written down, that nobody has
 * the flow there, so that afterwards a hook whose answer got lost is known for ours.
 */
export async function putStudioHook(
  { attempts }: { readonly attempts: number },
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  const { studioHook: hook } = record;
  if (hook === null) return { result: 'done' };
  const put = await unlessGone(
    async () => (hook.mayBeOn ? putOn(hook, attempts, record, deps) : lookFirst(hook, record, deps)),
    record,
    deps,
  );
  if (put.kind === 'gone') return { result: 'conversation-closed' };
  return put.kind === 'there' ? put.answer : impossible(record, deps);
}

async function lookFirst({ flowSid }: StudioHook, record: Conversation, deps: Deps): Promise<Outcome> {
  const hooks = await deps.twilio.hooks(record.conversationSid);
  if (hooks.some((each) => each.flowSid === flowSid)) return { result: 'studio-hook-of-others' };
  return hooks.length < MOST_HOOKS ? { result: 'studio-hook-absent' } : impossible(record, deps);
}

/** One that may have been put on before is looked for first. */
async function putOn(
  { flowSid }: StudioHook,
  attempts: number,
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  const { conversationSid } = record;
  if (attempts > 1) {
    const hooks = await deps.twilio.hooks(conversationSid);
    if (hooks.some((each) => each.flowSid === flowSid)) return { result: 'studio-hook-on', webhookSid: null };
    if (await hasTakenReply(record, deps)) return { result: 'studio-hook-on', webhookSid: null };
    if (hooks.length >= MOST_HOOKS) return impossible(record, deps);
  }
  try {
    const { webhookSid } = await deps.twilio.addStudioHook(conversationSid, flowSid, firstMessage(record));
    return { result: 'studio-hook-on', webhookSid: attempts > 1 ? null : webhookSid };
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'refused') return impossible(record, deps);
    throw error;
  }
}

/** A flow that has made its task of a reply takes its hook off: then the one whose answer got lost was on. */
async function hasTakenReply(record: Conversation, deps: Deps): Promise<boolean> {
  return (await lookForTask(record, deps)).result === 'task-found';
}

/**
 * Index of the message from which the flow takes them: the first after the Leave, or, where that has come already, it.
 * null: not known, so that the flow takes what comes from now on.
 */
function firstMessage({ leave, lastMessageIndex }: Conversation): number | null {
  if (lastMessageIndex === null) return null;
  return leave === null ? lastMessageIndex : lastMessageIndex + 1;
}

function impossible({ conversationSid }: Conversation, { log }: Deps): Outcome {
  log.error('no Studio hook can be put on', { conversationSid });
  return { result: 'studio-hook-impossible' };
}

/** A hook whose call may still be under way is taken off now and once more at `until`. */
export async function takeStudioHookOff(
  { hook, until }: Extract<Effect, { kind: 'take-studio-hook-off' }>,
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  await takeOff(hook, record, deps);
  return until !== null && instant(deps.now()) < until
    ? { result: 'again', notBefore: until }
    : { result: 'done' };
}

/** Ours, by its SID, or else each that there is of the flow. A conversation that has ended hands nothing to anybody. */
export async function takeOff(hook: StudioHook, record: Conversation, deps: Deps): Promise<void> {
  const { conversationSid } = record;
  try {
    for (const webhookSid of await oursOf(hook, conversationSid, deps))
      await deps.twilio.removeHook(conversationSid, webhookSid);
  } catch (error) {
    if (!(error instanceof TwilioError) || !isEnded(error, record)) throw error;
  }
}

function isEnded({ kind }: TwilioError, { channelState }: Conversation): boolean {
  return kind === 'not-found' || kind === 'closed' || (kind !== 'unavailable' && channelState === 'closed');
}

async function oursOf(
  { webhookSid, flowSid, mayBeOn }: StudioHook,
  conversationSid: string,
  { twilio }: Deps,
): Promise<string[]> {
  if (!mayBeOn) return [];
  if (webhookSid !== null) return [webhookSid];
  const hooks = await twilio.hooks(conversationSid);
  return hooks.filter((each) => each.flowSid === flowSid).map((each) => each.webhookSid);
}
