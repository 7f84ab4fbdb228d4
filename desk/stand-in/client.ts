import { type Http } from '../api/http';

/** A demo agent, and the token that signs in as that one. */
export interface DemoAgent {
  readonly workerSid: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly token: string;
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

export interface StandInMessage {
  readonly index: number;
  readonly author: string;
  readonly from: 'customer' | 'agent' | 'bot';
  readonly body: string;
  readonly at: string;
}

export type ChannelType = 'web' | 'sms' | 'whatsapp' | 'email';

/** What exists on one machine only: the Twilio stand-in, in which people act as in Flex, and the clock. Throws Problem. */
export interface StandIn {
  agents(): Promise<readonly DemoAgent[]>;
  tasks(): Promise<{ readonly tasks: readonly StandInTask[] }>;
  messages(conversationSid: string): Promise<{ readonly messages: readonly StandInMessage[] }>;
  startConversation(channelType: ChannelType): Promise<{ conversationSid: string; taskSid: string }>;
  write(conversationSid: string, from: StandInMessage['from'], body: string): Promise<void>;
  accept(taskSid: string): Promise<void>;
  decline(taskSid: string): Promise<void>;
  complete(taskSid: string): Promise<void>;
  now(): Promise<string>;
  /** @param duration ISO 8601 */
  advance(duration: string): Promise<string>;
}

export function standInOf(http: Http): StandIn {
  const act = async (path: string, body: object = {}): Promise<void> => {
    await http.send('POST', path, body);
  };
  return {
    agents: () => http.get('/local/agents'),
    tasks: () => http.get('/local/tasks'),
    messages: (conversationSid) => http.get(`/local/conversations/${conversationSid}/messages`),
    startConversation: async (channelType) =>
      (
        await http.send<{ conversationSid: string; taskSid: string }>('POST', '/local/conversations', {
          channelType,
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
  };
}
