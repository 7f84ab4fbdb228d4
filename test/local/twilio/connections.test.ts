import { createHash } from 'node:crypto';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { AUTH_TOKEN, Harness, PUBLIC_URL, WORKSPACE } from './harness';

const SERVICE = `IS${'c4a7'.padEnd(32, '0')}`;
const OF_SERVICE = `/v1/Services/${SERVICE}/Configuration/Webhooks`;
const OF_ACCOUNT = '/v1/Configuration/Webhooks';
const ELSEWHERE = 'https://somebody.example/hook';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const setWorkspace = (form: Record<string, string>) => harness.post(`/v1/Workspaces/${WORKSPACE}`, form);

/** What has come after somebody accepted a task and a customer wrote. */
async function heard(): Promise<{ taskRouter: string[]; conversations: string[] }> {
  const { conversationSid } = await harness.startAccepted();
  await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
  await harness.settled();
  const types = (path: string) => harness.webhooks.types(path).map(String);
  return { taskRouter: types('/webhooks/taskrouter'), conversations: types('/webhooks/conversations') };
}

describe('the event callback of the workspace', () => {
  it("is the product's until somebody changes it, and tells all", async () => {
    const { body } = await harness.get(`/v1/Workspaces/${WORKSPACE}`);
    expect(body).toMatchObject({
      event_callback_url: `${PUBLIC_URL}/webhooks/taskrouter#rc=3&rp=5xx,ct,rt`,
      events_filter: null,
    });
    expect((await heard()).taskRouter).toContain('workflow.entered');
  });

  it('tells nobody once it is taken away', async () => {
    await setWorkspace({ EventCallbackUrl: '' });
    expect((await heard()).taskRouter).toEqual([]);
  });

  it('of somebody else is not called from here', async () => {
    await setWorkspace({ EventCallbackUrl: ELSEWHERE });
    expect((await heard()).taskRouter).toEqual([]);
  });

  it('tells what the filter names only, and all again without one', async () => {
    await setWorkspace({ EventsFilter: 'task.created, reservation.accepted' });
    expect((await heard()).taskRouter).toEqual(['task.created', 'reservation.accepted']);
    expect((await setWorkspace({ EventsFilter: '' })).body.events_filter).toBeNull();
  });

  it("is another workspace's nowhere", async () => {
    expect((await harness.get(`/v1/Workspaces/WS${'9'.repeat(32)}`)).status).toBe(404);
  });
});

describe('the webhooks of Conversations', () => {
  it("are the product's at the service until somebody changes them", async () => {
    expect((await harness.get(OF_SERVICE)).body).toMatchObject({
      post_webhook_url: `${PUBLIC_URL}/webhooks/conversations`,
      method: 'POST',
      filters: ['onMessageAdded', 'onConversationStateUpdated', 'onConversationRemoved'],
    });
    expect((await heard()).conversations).toEqual(['onMessageAdded']);
  });

  it("of a service take the place of the account's", async () => {
    await harness.post(OF_ACCOUNT, {
      PostWebhookUrl: `${PUBLIC_URL}/webhooks/conversations`,
      Filters: 'onMessageAdded',
    });
    await harness.post(OF_SERVICE, { PostWebhookUrl: ELSEWHERE });
    expect((await heard()).conversations).toEqual([]);
    await harness.post(OF_SERVICE, { PostWebhookUrl: '' });
    expect((await heard()).conversations).toEqual(['onMessageAdded']);
  });

  it.each<[string, Record<string, string>]>([
    ['a filter that does not name the event', { Filters: 'onConversationRemoved' }],
    ['no filter', { Filters: '' }],
    ['another method', { Method: 'GET' }],
  ])('tell nothing by POST with %s', async (_, form) => {
    await harness.post(OF_SERVICE, form);
    expect((await heard()).conversations).toEqual([]);
  });

  it('refuse events, methods and services that there are not, and a target but of the account', async () => {
    expect((await harness.post(OF_SERVICE, { Filters: 'onMessageEaten' })).status).toBe(400);
    expect((await harness.post(OF_SERVICE, { Method: 'PUT' })).status).toBe(400);
    expect((await harness.post(OF_SERVICE, { Target: 'flex' })).status).toBe(400);
    expect((await harness.post(OF_ACCOUNT, { Target: 'flex' })).body.target).toBe('flex');
    expect((await harness.get(OF_SERVICE.replace('c4a7', '9999'))).status).toBe(404);
  });
});

describe('Event Streams', () => {
  const sink = (destination: string) =>
    harness.post('/v1/Sinks', {
      Description: 'A sink',
      SinkType: 'webhook',
      SinkConfiguration: JSON.stringify({ destination, method: 'POST', batch_events: false }),
    });
  const subscribe = (sinkSid: string, ...types: string[]) =>
    harness.send(
      'POST',
      '/v1/Subscriptions',
      new URLSearchParams([
        ['Description', 'A subscription'],
        ['SinkSid', sinkSid],
        ...types.map((type): [string, string] => ['Types', JSON.stringify({ type, schema_version: 1 })]),
      ]),
    );

  it("sends CloudEvents, signed over the URL that has the body's hash in it", async () => {
    await setWorkspace({ EventCallbackUrl: ELSEWHERE });
    const { sid } = (await sink(`${PUBLIC_URL}/webhooks/taskrouter`)).body;
    await subscribe(sid, 'com.twilio.taskrouter.task.created');
    const { taskSid } = await harness.start();
    await harness.settled();
    const [{ path, signature, body }] = harness.webhooks.received as [(typeof harness.webhooks.received)[0]];
    expect(JSON.parse(body)).toMatchObject([
      {
        specversion: '1.0',
        type: 'com.twilio.taskrouter.task.created',
        data: { payload: { eventtype: 'task.created', task_sid: taskSid, workspace_sid: WORKSPACE } },
      },
    ]);
    expect(path).toBe(`/webhooks/taskrouter?bodySHA256=${createHash('sha256').update(body).digest('hex')}`);
    expect(validateRequest(AUTH_TOKEN, signature, PUBLIC_URL + path, {})).toBe(true);
  });

  it('sends what is subscribed to, and what is added to that', async () => {
    await setWorkspace({ EventCallbackUrl: '' });
    await harness.post(OF_SERVICE, { PostWebhookUrl: '' });
    const { sid } = (await sink(`${PUBLIC_URL}/webhooks/conversations`)).body;
    const subscription = (await subscribe(sid, 'com.twilio.taskrouter.task.created')).body;
    await harness.post(`/v1/Subscriptions/${subscription.sid}/SubscribedEvents`, {
      Type: 'com.twilio.conversations.message.added',
    });
    await heard();
    const types = harness.webhooks.received.map(
      ({ body }) => (JSON.parse(body) as { type: string }[])[0]?.type,
    );
    expect(types).toEqual(['com.twilio.taskrouter.task.created', 'com.twilio.conversations.message.added']);
  });

  it('sends nothing to others, and nothing once the subscription is gone; a sink in use stays', async () => {
    await setWorkspace({ EventCallbackUrl: '' });
    const ours = (await sink(`${PUBLIC_URL}/webhooks/taskrouter`)).body;
    const others = (await sink(ELSEWHERE)).body;
    const subscription = (await subscribe(ours.sid, 'com.twilio.taskrouter.task.created')).body;
    await subscribe(others.sid, 'com.twilio.taskrouter.task.created');
    expect((await harness.send('DELETE', `/v1/Sinks/${ours.sid}`)).status).toBe(400);
    expect((await harness.send('DELETE', `/v1/Subscriptions/${subscription.sid}`)).status).toBe(204);
    expect((await harness.send('DELETE', `/v1/Sinks/${ours.sid}`)).status).toBe(204);
    expect((await heard()).taskRouter).toEqual([]);
    expect(await harness.list('/v1/Sinks', 'sinks')).toMatchObject([{ sid: others.sid, status: 'active' }]);
  });

  it('refuses subscriptions to nothing, by nobody, and of types that are none', async () => {
    const { sid } = (await sink(ELSEWHERE)).body;
    expect((await subscribe(sid)).status).toBe(400);
    expect((await subscribe(`DG${'9'.repeat(32)}`, 'com.twilio.taskrouter.task.created')).status).toBe(400);
    expect((await subscribe(sid, 'task.created')).status).toBe(400);
  });
});

describe('what an administrator sets', () => {
  const configuration = async () => (await harness.get('/v1/Configuration')).body;

  it('of Flex comes in JSON, of Conversations in a form', async () => {
    const methods = { enabled: ['Leave'], dateUpdated: '2026-11-02T09:00:00Z' };
    await harness.send('POST', '/v1/Configuration', JSON.stringify({ agent_conv_end_methods: methods }), {
      'content-type': 'application/json',
    });
    await harness.post('/v1/Configuration', { DefaultClosedTimer: 'P2D' });
    expect(await configuration()).toMatchObject({
      agent_conv_end_methods: methods,
      default_closed_timer: 'P2D',
      default_inactive_timer: null,
    });
    expect((await harness.post('/v1/Configuration', { DefaultClosedTimer: 'PT1M' })).status).toBe(400);
  });

  it('closes conversations that begin then, and not those before', async () => {
    const before = await harness.start();
    await harness.post('/v1/Configuration', { DefaultClosedTimer: 'PT10M' });
    const { conversationSid } = await harness.start();
    await harness.clock.advance(600);
    const stateOf = async (sid: string) => (await harness.get(`/v1/Conversations/${sid}`)).body.state;
    expect([await stateOf(before.conversationSid), await stateOf(conversationSid)]).toEqual([
      'active',
      'closed',
    ]);
  });

  it('of the workflow holds for what is offered from then on', async () => {
    const [{ sid }] = (await harness.list(`/v1/Workspaces/${WORKSPACE}/Workflows`, 'workflows')) as [
      { sid: string },
    ];
    const path = `/v1/Workspaces/${WORKSPACE}/Workflows/${sid}`;
    await harness.post(path, { TaskReservationTimeout: '30', Configuration: '{"task_routing":{}}' });
    const { taskSid } = await harness.start();
    const [first] = await harness.offeredTo(taskSid);
    await harness.clock.advance(30);
    expect(await harness.offeredTo(taskSid)).not.toContain(first);
    expect((await harness.post(path, { TaskReservationTimeout: '86401' })).status).toBe(400);
    expect((await harness.post(path, { Configuration: 'no JSON' })).status).toBe(400);
  });
});

it('lists tasks by status, oldest first', async () => {
  const { taskSid } = await harness.startAccepted();
  const waiting = [await harness.start(), await harness.start()].map((each) => each.taskSid);
  const tasks = `/v1/Workspaces/${WORKSPACE}/Tasks`;
  const listed = async (query: string) => (await harness.list(tasks + query, 'tasks')).map(({ sid }) => sid);
  expect(await listed('?AssignmentStatus=assigned')).toEqual([taskSid]);
  expect(await listed('?AssignmentStatus=pending&AssignmentStatus=reserved')).toEqual(waiting);
  expect(await listed('?AssignmentStatus=pending,reserved,assigned')).toEqual([taskSid, ...waiting]);
  expect((await harness.get(`${tasks}?Page=2`)).status).toBe(400);
});
