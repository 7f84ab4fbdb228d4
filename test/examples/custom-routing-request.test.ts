import { handler } from '../../examples/custom-routing/lambda/route-reply';
import { readBody, serve } from '../../local/http-server';
import { sid } from '../doubles/constants';
import { authorizationOf, type SignedRequest } from './signature-v4';

const VIP_QUEUE = sid('WQ', 5);
const ACCESS_KEY = { id: 'AKIDEXAMPLE', secret: 'a-secret' };
const REGION = 'eu-west-1';
const EVENT = {
  'detail-type': 'ConversationReactivated',
  detail: {
    eventId: 'event-1',
    conversationSid: sid('CH', 1),
    routing: { priority: 7, attributes: { vip: true } },
  },
} as unknown as Parameters<typeof handler>[0];

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
const TAKEN: Answer = { status: 202, headers: { 'content-type': 'application/json' }, body: '{}' };
const problem = (status: number, code: string, headers = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ title: 'A problem', status, code }),
});

let requests: SignedRequest[];
let api: { url: string; close(): Promise<void> };
let answer: Answer;
const before = { ...process.env };

beforeEach(async () => {
  requests = [];
  answer = TAKEN;
  api = await serve((request, response) => {
    void readBody(request, 10_000).then((body) => {
      const { method = '', url: path = '', headers } = request;
      requests.push({ method, path, headers, body: body.toString() });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  Object.assign(process.env, {
    API_URL: api.url,
    VIP_QUEUE_SID: VIP_QUEUE,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: ACCESS_KEY.id,
    AWS_SECRET_ACCESS_KEY: ACCESS_KEY.secret,
  });
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...before };
  await api.close();
});

it.each([undefined, 'a-session-token'])(
  'the API gets a request that IAM can check (session token: %p)',
  async (token) => {
    if (token !== undefined) process.env['AWS_SESSION_TOKEN'] = token;
    await handler(EVENT);
    const [request] = requests as [SignedRequest];
    expect(request).toMatchObject({
      method: 'POST',
      path: `/service/conversations/${EVENT.detail.conversationSid}/invite`,
      body: JSON.stringify({ queueSid: VIP_QUEUE, priority: 17 }),
    });
    expect(request.headers['x-amz-security-token']).toBe(token);
    expect(request.headers.authorization).toMatch(/SignedHeaders=[^,]*host/);
    expect(request.headers.authorization).toBe(
      authorizationOf(request, ACCESS_KEY.id, ACCESS_KEY.secret, REGION),
    );
  },
);

it.each<[string, Answer]>([
  ['503 twilio-unavailable', problem(503, 'twilio-unavailable', { 'retry-after': '5' })],
  ['409 changed-meanwhile', problem(409, 'changed-meanwhile')],
  ['400 invalid-request', problem(400, 'invalid-request')],
  ['403', { ...TAKEN, status: 403, body: '{"message":"Forbidden"}' }],
])('an answer %s fails the function, so that Lambda calls it again', async (told, given) => {
  answer = given;
  await expect(handler(EVENT)).rejects.toThrow(`The invite was answered with ${told}`);
  answer = TAKEN;
  await handler(EVENT);
  expect(requests.map(({ body }) => body)).toEqual([requests[0]!.body, requests[0]!.body]);
});

it('an answer 409 wrong-state is none to repeat: there is a task, or no need for one', async () => {
  answer = problem(409, 'wrong-state');
  await handler(EVENT);
  expect(requests).toHaveLength(1);
});

it.each(['API_URL', 'VIP_QUEUE_SID', 'AWS_REGION'])('without %s it says so', async (name) => {
  delete process.env[name];
  await expect(handler(EVENT)).rejects.toThrow(`The variable ${name} is not set`);
});
