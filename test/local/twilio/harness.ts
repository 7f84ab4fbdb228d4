import { type ChannelType, type TwilioStandIn } from '../../../local/twilio';
import { startTwilio } from '../../../local/twilio-endpoint';
import { ManualClock, MemoryState, TestActivity } from './doubles';
import { WebhookReceiver } from './webhook-receiver';

export const ACCOUNT = `AC${'1'.repeat(32)}`;
export const AUTH_TOKEN = 'test-auth-token';
export const WORKSPACE = `WS${'2'.repeat(32)}`;
export const WORKFLOW = `WW${'3'.repeat(32)}`;
/** Not where webhooks are sent: they are signed against it. */
export const PUBLIC_URL = 'https://flex.example.com/local';
export const START = '2026-11-02T09:00:00Z';

export const ALICE = `WK${'a11ce'.padEnd(32, '0')}`;
export const BOB = `WK${'b0b'.padEnd(32, '0')}`;
export const CAROL = `WK${'ca601'.padEnd(32, '0')}`;
export const DEE = `WK${'dee'.padEnd(32, '0')}`;
export const EVERYONE = `WQ${'e1'.padEnd(32, '0')}`;
export const TWO_AT_A_TIME = `WQ${'e2'.padEnd(32, '0')}`;
export const AVAILABLE = `WA${'a1'.padEnd(32, '0')}`;
export const OFFLINE = `WA${'a0'.padEnd(32, '0')}`;

export type Json = Record<string, unknown> & { sid: string };

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Twilio's ways to the things of one conversation. */
export interface Started {
  readonly conversationSid: string;
  readonly taskSid: string;
  readonly channel: string;
}

/** A stand-in with its clock, what it keeps, and the receiver of its webhooks. */
export class Harness {
  private constructor(
    readonly twilio: TwilioStandIn,
    readonly clock: ManualClock,
    readonly state: MemoryState,
    readonly activity: TestActivity,
    readonly webhooks: WebhookReceiver,
    readonly url: string,
    private readonly closeServer: () => Promise<void>,
  ) {}

  static async open(disk?: MemoryState['disk'], at: string = START): Promise<Harness> {
    const activity = new TestActivity();
    const clock = new ManualClock(Date.parse(at), activity);
    const state = new MemoryState(disk);
    const webhooks = new WebhookReceiver();
    const server = await startTwilio({
      clock,
      state,
      activity,
      accountSid: ACCOUNT,
      authToken: AUTH_TOKEN,
      workspaceSid: WORKSPACE,
      workflowSid: WORKFLOW,
      publicUrl: PUBLIC_URL,
      deliverTo: await webhooks.listen(),
    });
    return new Harness(server.actor, clock, state, activity, webhooks, server.url, () => server.close());
  }

  async close(): Promise<void> {
    await this.activity.idle();
    await this.closeServer();
    await this.webhooks.close();
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, new URLSearchParams(form), headers);
  }

  async send(
    method: string,
    path: string,
    body?: URLSearchParams | string,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${AUTH_TOKEN}`).toString('base64')}`;
    const response = await fetch(path.startsWith('http') ? path : this.url + path, {
      method,
      body,
      headers: { authorization, ...headers },
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Json,
    };
  }

  async start(channelType: ChannelType = 'web'): Promise<Started> {
    const started = await this.twilio.startConversation(channelType);
    const attributes = JSON.parse(String((await this.task(started.taskSid)).attributes)) as Record<
      string,
      string
    >;
    const { flexInteractionSid, flexInteractionChannelSid } = attributes;
    return {
      ...started,
      channel: `/v1/Interactions/${flexInteractionSid}/Channels/${flexInteractionChannelSid}`,
    };
  }

  /** A conversation whose first task an agent has accepted. */
  async startAccepted(
    channelType: ChannelType = 'web',
  ): Promise<Started & { workerSid: string; reservationSid: string }> {
    const started = await this.start(channelType);
    return { ...started, ...(await this.twilio.acceptTask(started.taskSid)) };
  }

  async task(taskSid: string): Promise<Json> {
    return (await this.get(taskPath(taskSid))).body;
  }

  async reservations(taskSid: string): Promise<Json[]> {
    return (await this.get(`${taskPath(taskSid)}/Reservations`)).body.reservations as Json[];
  }

  /** Whom the task is offered to now. */
  async offeredTo(taskSid: string): Promise<unknown[]> {
    const all = await this.reservations(taskSid);
    return all.filter((one) => one.reservation_status === 'pending').map((one) => one.worker_sid);
  }

  async list(path: string, key: string): Promise<Json[]> {
    return (await this.get(path)).body[key] as Json[];
  }

  /** The channel participant of the agent who has or had this task. */
  async agentOf(channel: string, taskSid: string): Promise<Json | undefined> {
    const participants = await this.list(`${channel}/Participants`, 'participants');
    return participants.find(
      (one) => (one.routing_properties as { task_sid?: string } | null)?.task_sid === taskSid,
    );
  }

  /** Sends an invite; answers the reply and the SID of its task. */
  async invite(
    channel: string,
    properties: Record<string, unknown> = {},
  ): Promise<Reply & { taskSid: string }> {
    const routing = { properties: { workspace_sid: WORKSPACE, workflow_sid: WORKFLOW, ...properties } };
    const reply = await this.post(`${channel}/Invites`, { Routing: JSON.stringify(routing) });
    const answered = reply.body.routing as { properties?: { sid?: string } } | undefined;
    return { ...reply, taskSid: answered?.properties?.sid ?? '' };
  }

  async setActivity(workerSid: string, activitySid: string): Promise<void> {
    await this.post(`/v1/Workspaces/${WORKSPACE}/Workers/${workerSid}`, { ActivitySid: activitySid });
  }

  /** Webhooks have all arrived. */
  settled(): Promise<void> {
    return this.activity.idle();
  }
}

export function taskPath(taskSid: string): string {
  return `/v1/Workspaces/${WORKSPACE}/Tasks/${taskSid}`;
}
