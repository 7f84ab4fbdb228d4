import { setTimeout as sleep } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { type ConversationView } from '../../lambda/http/view';
import { DEMO_TWILIO } from '../../local/settings';
import { type Api, Refused, SUPERVISOR, tokenOf } from './api';
import { type Latencies } from './latencies';

/** Each demo agent takes two tasks of a channel: on all of these three agents have 36. */
const CHANNELS = ['web', 'sms', 'whatsapp', 'messenger', 'email', 'chat'] as const;
type ChannelType = (typeof CHANNELS)[number];
/** How often something is looked at that comes by itself. */
const LOOKS_EVERY_MS = 10;
const WAITS_MS = 60_000;

/** A conversation that an agent has. */
export interface Held {
  readonly conversationSid: string;
  /** "/conversations/CH…" */
  readonly path: string;
  /** Of the agent */
  readonly token: string;
}

/** So many, each of the channels in its turn. */
export function channels(count: number): ChannelType[] {
  return Array.from({ length: count }, (_, index) => CHANNELS[index % CHANNELS.length]!);
}

/** So many conversations that agents have; at most 36. */
export function beginAll(api: Api, count: number): Promise<Held[]> {
  return Promise.all(channels(count).map((channelType) => begin(api, channelType)));
}

/** A customer starts a conversation, and an agent accepts it. @param token of an agent */
export async function begin(api: Api, channelType: ChannelType, token = tokenOf): Promise<Held> {
  const { conversationSid, taskSid } = await api.post<{ conversationSid: string; taskSid: string }>(
    '/local/conversations',
    undefined,
    { channelType },
  );
  const { workerSid } = await untilThere(() => accepted(api, taskSid));
  const path = `/conversations/${conversationSid}`;
  const held = { conversationSid, path, token: token(workerSid) };
  await untilAssigned(api, held);
  return held;
}

/** Pause, the customer's reply, and Resume, each with its time. */
export async function cycle(api: Api, held: Held, latencies: Latencies): Promise<void> {
  const { path, token, conversationSid } = held;
  await latencies.of('webhook of an agent’s message', () => agentsMessage(api, conversationSid));
  await latencies.of('pause', () => api.post(`${path}/pause`, token, { timeLimit: 'P1D' }));
  await api.post(`${path}/complete`, token);
  await latencies.of('reply, until it is known', async () => {
    await api.post(`/local${path}/messages`, undefined, { from: 'customer', body: 'Is there any news?' });
    await until(api, path, ({ customerRepliedAt }) => customerRepliedAt !== null);
  });
  await latencies.of('resume', () => api.post(`${path}/resume`, token));
  await untilAssigned(api, held);
}

export async function end(api: Api, { path, token }: Held): Promise<void> {
  await api.post(`${path}/end`, token);
  await api.post(`${path}/complete`, token);
}

/** Twilio’s webhook of what an agent writes: the product reads the record, and has nothing to do. */
async function agentsMessage(api: Api, conversationSid: string): Promise<void> {
  const form = {
    EventType: 'onMessageAdded',
    AccountSid: DEMO_TWILIO.accountSid,
    ConversationSid: conversationSid,
    Index: '0',
    Author: 'alice',
  };
  const url = `http://localhost:${new URL(api.url).port}/webhooks/conversations`;
  await api.ask('POST', '/webhooks/conversations', SUPERVISOR, new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': getExpectedTwilioSignature(DEMO_TWILIO.authToken, url, form),
  });
}

/** undefined: it is offered to nobody yet. */
async function accepted(api: Api, taskSid: string): Promise<{ workerSid: string } | undefined> {
  try {
    return await api.post<{ workerSid: string }>(`/local/tasks/${taskSid}/accept`);
  } catch (error) {
    if (error instanceof Refused && error.status === 409) return undefined;
    throw error;
  }
}

export function untilAssigned(api: Api, { path }: Pick<Held, 'path'>): Promise<void> {
  return until(
    api,
    path,
    ({ task, channelState }) => channelState === 'active' && task?.status === 'assigned',
  );
}

async function until(
  api: Api,
  path: string,
  isSo: (conversation: ConversationView) => boolean,
): Promise<void> {
  await untilThere(async () => {
    try {
      return isSo(await api.get<ConversationView>(path)) || undefined;
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return undefined; // nobody has heard of the accept yet
      throw error;
    }
  });
}

/** @throws Error where it does not come within a minute */
async function untilThere<T>(look: () => Promise<T | undefined>): Promise<T> {
  const ends = performance.now() + WAITS_MS;
  while (performance.now() < ends) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(LOOKS_EVERY_MS);
  }
  throw new Error('What was waited for has not come within a minute');
}
