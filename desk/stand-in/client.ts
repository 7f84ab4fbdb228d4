import { type Http } from '../api/http';

/** A demo agent, and the token that signs in as that one. */
export interface DemoAgent {
  readonly workerSid: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly token: string;
  /** Whether tasks are offered; null where there is no worker */
  readonly available: boolean | null;
}

export type Role = 'agent' | 'supervisor' | 'admin';

/** A live task at the stand-in. */
export interface StandInTask {
  readonly taskSid: string;
  readonly conversationSid: string;
  readonly channelType: string;
  readonly customerName: string | null;
  readonly status: 'pending' | 'reserved' | 'assigned' | 'wrapping';
  readonly workerSid: string | null;
  readonly workerName: string | null;
  /** The agent to whom it is offered now */
  readonly reservedFor: string | null;
  readonly createdAt: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A conversation, also where no task is live */
export interface StandInConversation {
  readonly conversationSid: string;
  readonly channelType: string;
  readonly customerName: string;
  readonly state: 'active' | 'inactive' | 'closed';
  readonly createdAt: string;
}

/** Who may write in a conversation */
export type Writer = 'customer' | 'agent' | 'bot';

export interface StandInMessage {
  readonly index: number;
  readonly author: string;
  /** `system`: written by API, by nobody who is known here */
  readonly from: Writer | 'system';
  readonly body: string;
  readonly at: string;
}

export const CHANNEL_TYPES = ['web', 'chat', 'sms', 'whatsapp', 'messenger', 'email'] as const;

export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** A timer: an execution of the state machine */
export interface Execution {
  readonly name: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' | 'TIMED_OUT';
  /** When its wait ends; null when it does not wait */
  readonly wakeAt: string | null;
  readonly input: { readonly conversationSid: string };
}

/** A record that owes outside calls */
export interface OwingRecord {
  readonly conversationSid: string;
  readonly owed: readonly string[];
  /** When the sweep looks at it, if nobody else does before */
  readonly wakeAt: string | null;
}

/** An attempt to deliver a webhook */
export interface Webhook {
  readonly id: string;
  readonly at: string;
  readonly kind: 'taskrouter' | 'conversations';
  readonly eventType: string;
  /** null: of a worker */
  readonly conversationSid: string | null;
  /** Of the answer; null when none came in time */
  readonly status: number | null;
}

/** What went to the event bus */
export interface BusEvent {
  readonly id: string;
  readonly 'detail-type': string;
  readonly time: string;
  readonly detail: { readonly conversationSid?: string; readonly at: string; readonly by: string };
}

/** What exists on one machine only: the Twilio stand-in, in which people act as in Flex, and the clock. Throws Problem. */
export interface StandIn {
  agents(): Promise<readonly DemoAgent[]>;
  changeAvailability(workerSid: string, available: boolean): Promise<void>;
  tasks(): Promise<{ readonly tasks: readonly StandInTask[] }>;
  conversations(): Promise<{ readonly conversations: readonly StandInConversation[] }>;
  messages(conversationSid: string): Promise<{ readonly messages: readonly StandInMessage[] }>;
  /** @param customerName "": the stand-in makes one up */
  startConversation(
    channelType: ChannelType,
    customerName: string,
  ): Promise<{ conversationSid: string; taskSid: string }>;
  write(conversationSid: string, from: Writer, body: string): Promise<void>;
  accept(taskSid: string): Promise<void>;
  decline(taskSid: string): Promise<void>;
  complete(taskSid: string): Promise<void>;
  now(): Promise<string>;
  /** @param duration ISO 8601 */
  advance(duration: string): Promise<string>;
  /** Newest first */
  timers(): Promise<readonly Execution[]>;
  owed(): Promise<readonly OwingRecord[]>;
  /** Oldest first; all that are remembered where the one with this id is not */
  webhooks(after?: string): Promise<readonly Webhook[]>;
  /** Oldest first; refused where there is no event with this id */
  events(after?: string): Promise<readonly BusEvent[]>;
}

export function standInOf(http: Http): StandIn {
  const act = async (path: string, body: object = {}): Promise<void> => {
    await http.send('POST', path, body);
  };
  return {
    agents: () => http.get('/local/agents'),
    changeAvailability: (workerSid, available) => act(`/local/agents/${workerSid}`, { available }),
    tasks: () => http.get('/local/tasks'),
    conversations: () => http.get('/local/conversations'),
    messages: (conversationSid) => http.get(`/local/conversations/${conversationSid}/messages`),
    startConversation: async (channelType, customerName) =>
      (
        await http.send<{ conversationSid: string; taskSid: string }>('POST', '/local/conversations', {
          channelType,
          ...(customerName !== '' && { customerName }),
        })
      ).body,
    write: (conversationSid, from, body) =>
      act(`/local/conversations/${conversationSid}/messages`, { from, body }),
    accept: (taskSid) => act(`/local/tasks/${taskSid}/accept`),
    decline: (taskSid) => act(`/local/tasks/${taskSid}/decline`),
    complete: (taskSid) => act(`/local/tasks/${taskSid}/complete`),
    now: async () => (await http.get<{ now: string }>('/local/clock')).now,
    advance: async (advance) =>
      (await http.send<{ now: string }>('POST', '/local/clock', { advance })).body.now,
    timers: () => http.get('/local/timers'),
    owed: () => http.get('/local/owed'),
    webhooks: (after) => http.get(`/local/webhooks${queryOf(after)}`),
    events: (after) => http.get(`/local/events${queryOf(after)}`),
  };
}

function queryOf(after: string | undefined): string {
  return after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
}
