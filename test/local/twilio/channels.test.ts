import { Harness, type Reply, type Started } from './harness';

const DAY = 24 * 60 * 60;

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const close = (channel: string, routing?: string) =>
  harness.post(channel, { Status: 'closed', ...(routing && { Routing: routing }) });
const CLOSED = '{"status":"closed"}';

async function statusOf({ taskSid }: { taskSid: string }): Promise<unknown> {
  return (await harness.task(taskSid)).assignment_status;
}

it('is found by its interaction', async () => {
  const { channel } = await harness.start('whatsapp');
  const [interaction, channelSid] = channel.split('/Channels/');
  expect((await harness.get(interaction ?? '')).body.channel).toEqual({ type: 'whatsapp', sid: channelSid });
  expect(await harness.list(`${interaction}/Channels`, 'channels')).toMatchObject([
    { sid: channelSid, type: 'whatsapp', status: 'active', error_code: null },
  ]);
});

describe('closed', () => {
  it('with Routing completes assigned tasks and cancels those nobody has accepted', async () => {
    const started = await harness.startAccepted();
    const offered = await harness.invite(started.channel);
    expect((await close(started.channel, CLOSED)).body.status).toBe('closed');
    expect([await statusOf(started), await statusOf(offered)]).toEqual(['completed', 'canceled']);
    expect(await harness.agentOf(started.channel, started.taskSid)).toBeUndefined();
  });

  it('without Routing sends assigned tasks to wrap-up', async () => {
    const started = await harness.startAccepted();
    await close(started.channel);
    expect(await statusOf(started)).toBe('wrapping');
    await harness.twilio.completeTask(started.taskSid);
    expect(await statusOf(started)).toBe('completed');
  });

  it('closes the conversation, and says so by webhook', async () => {
    const { channel, conversationSid } = await harness.startAccepted();
    await close(channel, CLOSED);
    await harness.settled();
    expect((await harness.get(`/v1/Conversations/${conversationSid}`)).body.state).toBe('closed');
    expect(harness.webhooks.of('onConversationStateUpdated')).toMatchObject({
      ConversationSid: conversationSid,
      StateFrom: 'active',
      StateTo: 'closed',
    });
  });

  it.each<[string, (started: Started) => Promise<Reply>]>([
    ['an invite', ({ channel }) => harness.invite(channel)],
    ['being closed again', ({ channel }) => close(channel)],
    ['Leave', ({ channel }) => harness.post(channel, { Status: 'inactive', Routing: CLOSED })],
    [
      'a participant update',
      async ({ channel, taskSid }) => {
        const agent = await harness.agentOf(channel, taskSid);
        return harness.post(`${channel}/Participants/${agent?.sid}`, { Status: 'closed' });
      },
    ],
  ])('refuses %s with 45354', async (_, act) => {
    const started = await harness.startAccepted();
    await close(started.channel);
    const { status, body } = await act(started);
    expect([status, body.code]).toEqual([400, 45354]);
  });

  it('refuses an invite when only the conversation is closed', async () => {
    const { channel, conversationSid } = await harness.startAccepted();
    await harness.post(`/v1/Conversations/${conversationSid}`, { State: 'closed' });
    expect((await harness.invite(channel)).body.code).toBe(45354);
  });
});

describe('inactive', () => {
  it.each([undefined, '{"status":"wrapup"}'])('needs Routing to be closed, not %s', async (routing) => {
    const { channel } = await harness.startAccepted();
    const reply = await harness.post(channel, { Status: 'inactive', ...(routing && { Routing: routing }) });
    expect([reply.status, reply.body.code]).toEqual([400, 20001]);
  });

  it('completes the task, takes the agent out, and leaves the conversation open', async () => {
    const started = await harness.startAccepted();
    const reply = await harness.post(started.channel, { Status: 'inactive', Routing: CLOSED });
    expect(reply.body).toMatchObject({ status: 'inactive', error_code: null, error_message: '' });
    expect(await statusOf(started)).toBe('completed');
    expect(await harness.agentOf(started.channel, started.taskSid)).toBeUndefined();
    expect((await harness.get(`/v1/Conversations/${started.conversationSid}`)).body.state).toBe('active');
  });

  it('is active again by a reply of the customer, with a new task', async () => {
    const { channel, conversationSid } = await harness.startAccepted();
    await harness.post(channel, { Status: 'inactive', Routing: CLOSED });
    await harness.twilio.writeMessage(conversationSid, 'customer', 'Still there?');
    expect((await harness.get(channel)).body.status).toBe('active');
    expect(await harness.list(`${channel}/Invites`, 'invites')).toHaveLength(2);
  });
});

it.each([
  ['no status', {}, 45358],
  ['a status that cannot be written', { Status: 'pause' }, 45359],
])('refuses %s', async (_, form, code) => {
  const { channel } = await harness.start();
  expect((await harness.post(channel, form as Record<string, string>)).body.code).toBe(code);
});

it('is deleted 180 days after its last update', async () => {
  const { channel, taskSid } = await harness.startAccepted();
  await harness.twilio.completeTask(taskSid);
  await harness.clock.advance(100 * DAY);
  await harness.post(channel, { Status: 'inactive', Routing: CLOSED });
  await harness.clock.advance(180 * DAY - 1);
  expect((await harness.get(channel)).status).toBe(200);
  await harness.clock.advance(1);
  expect((await harness.get(channel)).status).toBe(404);
});
