import type { Store } from '../../lambda/actions/ports';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import type { Reply } from '../../lambda/http/reply';
import { awsJson } from '../../local/aws-json';
import { serve, type Served } from '../../local/http-server';
import { secretsManager } from '../../local/secrets-manager';
import { sid } from '../doubles/constants';
import { useTables } from '../doubles/table';
import { type Answer, type LoopbackTwilio, useLoopbackTwilio } from '../adapters/twilio/loopback';
import { REQUEST_ID } from '../http/events';
import { sign } from '../http/sign';
import { useLogs } from './logs';

/** What must stand in no log line. */
export const PRIVATE = { authToken: 'the-auth-token', token: 'the-flex-token', text: 'the-private-text' };
export const PUBLIC_URL = 'https://api.example.com/prod';

export interface Functions {
  readonly twilio: LoopbackTwilio;
  readonly store: () => Store;
  /** All that stands in the table. */
  readonly items: () => Promise<object[]>;
  /** Names of the AWS calls since the test began. */
  readonly states: string[];
  readonly logs: () => Record<string, unknown>[];
}

/** What the functions call, on loopback, for the tests of one file; their environment points there. */
export function useFunctions(): Functions {
  const twilio = useLoopbackTwilio();
  const tables = useTables();
  const states: string[] = [];
  const logs = useLogs(Object.values(PRIVATE));
  const servers: Served[] = [];
  let table: string;

  beforeAll(async () => {
    table = await tables.create();
    const start = async (listener: Parameters<typeof serve>[0]) => {
      servers.push(await serve(listener));
      return servers.at(-1)!.url;
    };
    const secret = { accountSid: sid('AC'), authToken: PRIVATE.authToken };
    Object.assign(process.env, {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: tables.url(),
      AWS_ENDPOINT_URL_SECRETS_MANAGER: await start(secretsManager('twilio', secret)),
      AWS_ENDPOINT_URL_SFN: await start(timers(states)),
      AWS_ENDPOINT_URL_EVENTBRIDGE: await start(bus(states)),
      TABLE_NAME: table,
      EVENT_BUS_NAME: 'events',
      STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer',
      TWILIO_SECRET_NAME: 'twilio',
      TWILIO_BASE_URL: twilio.url(),
      TWILIO_ACCOUNT_SID: sid('AC'),
      TWILIO_WORKSPACE_SID: sid('WS'),
      TWILIO_WORKFLOW_SID: sid('WW'),
      PUBLIC_URL,
      PRODUCT_VERSION: '0.1.0',
    });
  });
  afterAll(() => Promise.all(servers.map((server) => server.close())));
  beforeEach(() => void states.splice(0));
  const store = () => dynamoStore(tables.client, table);
  return { twilio, states, logs, store, items: () => tables.items(table) };
}

function timers(states: string[]) {
  const operation = (name: string, answer: object) => () => {
    states.push(name);
    return answer;
  };
  return awsJson('application/x-amz-json-1.0', {
    StartExecution: operation('StartExecution', { executionArn: 'arn', startDate: 0 }),
    StopExecution: operation('StopExecution', { stopDate: 0 }),
  });
}

function bus(states: string[]) {
  return awsJson('application/x-amz-json-1.1', {
    PutEvents: () => {
      states.push('PutEvents');
      return { FailedEntryCount: 0, Entries: [{ EventId: 'event-1' }] };
    },
  });
}

/** How Twilio answers for tokens "<role>.<anything>", where the role is one of these. */
const TOKENS: Record<string, Answer> = {
  alice: { body: { valid: true, worker_sid: sid('WK'), identity: 'alice', roles: ['agent'] } },
  bob: { body: { valid: true, worker_sid: sid('WK', 2), identity: 'bob', roles: ['agent'] } },
  admin: { body: { valid: true, identity: 'root', roles: ['admin'] } },
  bad: { status: 200, body: { valid: false } },
  outage: { status: 503, body: '<html>' },
};

/** Twilio as a quiet conversation finds it: tokens are checked, the agent is in the channel, nobody has written. */
export function quietTwilio({ url, body }: { url: string; body: string }): Answer {
  if (url.endsWith('/Tokens/validate')) {
    const { token } = JSON.parse(body) as { token: string };
    return TOKENS[token.split('.')[0]!] ?? { status: 500 };
  }
  if (url.includes('/Messages')) return { body: { messages: [], meta: { key: 'messages' } } };
  if (url.includes('/Participants?')) {
    const agent = { sid: sid('UT'), type: 'agent', routing_properties: { task_sid: sid('WT') } };
    return { body: { participants: [agent], meta: { key: 'participants' } } };
  }
  return { body: { sid: 'any', state: 'active', status: 'active' } };
}

/** What Twilio signs a form with, for this path of the API. */
export function signatureOf(path: string, form: [string, string][]): string {
  return sign(PRIVATE.authToken, `${PUBLIC_URL}${path}`, form);
}

let tokens = 0;

/** The header with a token that nobody has seen before. */
export function as(role: keyof typeof TOKENS): Record<string, string> {
  return { authorization: `Bearer ${role}.${PRIVATE.token}-${(tokens += 1)}` };
}

export function bodyOf(reply: Reply): Record<string, unknown> {
  return JSON.parse(reply.body!) as Record<string, unknown>;
}

/** Status and code of a refusal, which must name the request. */
export function refusalOf(reply: Reply): [status: number | undefined, code: unknown] {
  expect(reply.headers).toMatchObject({
    'x-request-id': REQUEST_ID,
    'content-type': 'application/problem+json',
  });
  return [reply.statusCode, bodyOf(reply)['code']];
}

/** An accept, as TaskRouter tells of it, in a conversation that nobody has seen before. */
export function acceptedEvent(conversationSid: string): Record<string, string> {
  const attributes = {
    conversationSid,
    flexInteractionSid: sid('KD'),
    flexInteractionChannelSid: sid('UO'),
    channelType: 'web',
    customerName: PRIVATE.text,
  };
  return {
    EventType: 'reservation.accepted',
    AccountSid: sid('AC'),
    WorkspaceSid: sid('WS'),
    TaskSid: sid('WT'),
    TaskAttributes: JSON.stringify(attributes),
    ReservationSid: sid('WR'),
    WorkerSid: sid('WK'),
    WorkerAttributes: `{"full_name":"${PRIVATE.text}","contact_uri":"client:alice"}`,
    TaskPriority: '0',
  };
}

/** The end of a conversation, as Conversations tells of it. */
export function closedEvent(ConversationSid: string): Record<string, string> {
  return {
    EventType: 'onConversationStateUpdated',
    AccountSid: sid('AC'),
    ConversationSid,
    StateTo: 'closed',
  };
}
