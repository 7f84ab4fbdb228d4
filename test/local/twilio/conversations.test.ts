import { StandInRefusal } from '../../../local/twilio';
import { Harness } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const conversation = (sid: string) => `/v1/Conversations/${sid}`;
const WEBHOOK = { 'X-Twilio-Webhook-Enabled': 'true' };

describe('messages', () => {
  it('of the customer come from its participant, and raise a webhook', async () => {
    const { conversationSid } = await harness.start();
    const { messageSid } = await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
    const [customer] = await harness.list(`${conversation(conversationSid)}/Participants`, 'participants');
    await harness.settled();
    expect(harness.webhooks.of('onMessageAdded')).toMatchObject({
      ConversationSid: conversationSid,
      MessageSid: messageSid,
      Index: '0',
      Body: 'Hello',
      Author: customer?.identity,
      ParticipantSid: customer?.sid,
      Source: 'SDK',
    });
  });

  it('of a text customer have the address as author', async () => {
    const { conversationSid } = await harness.start('sms');
    await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
    const [customer] = await harness.list(`${conversation(conversationSid)}/Participants`, 'participants');
    const [message] = await harness.list(`${conversation(conversationSid)}/Messages`, 'messages');
    expect(customer).toMatchObject({
      identity: null,
      messaging_binding: { type: 'sms', address: message?.author },
    });
    expect(message?.participant_sid).toBe(customer?.sid);
  });

  it('of the agent have the identity as author, also after the agent left, then without a participant', async () => {
    const { conversationSid, channel, taskSid } = await harness.startAccepted();
    await harness.twilio.writeMessage(conversationSid, 'agent', 'One moment');
    const agent = await harness.agentOf(channel, taskSid);
    await harness.post(`${channel}/Participants/${agent?.sid}`, { Status: 'closed' });
    await harness.twilio.writeMessage(conversationSid, 'agent', 'By the way');
    const [before, after] = await harness.list(`${conversation(conversationSid)}/Messages`, 'messages');
    expect(before).toMatchObject({
      author: 'alice',
      participant_sid: expect.stringMatching(/^MB/) as string,
    });
    expect(after).toMatchObject({ author: 'alice', participant_sid: null });
  });

  it('of the bot come by the API, from no participant', async () => {
    const { conversationSid } = await harness.start();
    await harness.twilio.writeMessage(conversationSid, 'bot', 'We are open from nine');
    await harness.settled();
    expect(harness.webhooks.of('onMessageAdded')).toMatchObject({ Author: 'bot', Source: 'API' });
    expect(harness.webhooks.of('onMessageAdded')).not.toHaveProperty('ParticipantSid');
  });

  it('are listed in the order asked for, by pages', async () => {
    const { conversationSid } = await harness.start();
    for (const body of ['a', 'b', 'c']) await harness.twilio.writeMessage(conversationSid, 'customer', body);
    const first = await harness.get(`${conversation(conversationSid)}/Messages?Order=desc&PageSize=2`);
    const { next_page_url: next } = first.body.meta as { next_page_url: string };
    const second = await harness.get(next);
    const bodies = [first, second].map(({ body }) =>
      (body.messages as { body: string }[]).map((one) => one.body),
    );
    expect(bodies).toEqual([['c', 'b'], ['a']]);
  });

  it('by REST raise a webhook only when asked to', async () => {
    const { conversationSid } = await harness.start();
    const path = `${conversation(conversationSid)}/Messages`;
    expect((await harness.post(path, { Author: 'crm', Body: 'quiet' })).status).toBe(201);
    await harness.post(path, { Author: 'crm', Body: 'loud' }, WEBHOOK);
    await harness.settled();
    expect(harness.webhooks.types('/webhooks/conversations')).toHaveLength(1);
    expect(harness.webhooks.of('onMessageAdded')?.Body).toBe('loud');
  });

  it('make an inactive conversation active', async () => {
    const { conversationSid } = await harness.start();
    await harness.post(conversation(conversationSid), { State: 'inactive' });
    await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
    expect((await harness.get(conversation(conversationSid))).body.state).toBe('active');
  });
});

describe('closing and deleting', () => {
  it.each([
    ['with the header', WEBHOOK, 1],
    ['without the header', {}, 0],
  ])('by REST, %s, sends the webhooks that were asked for', async (_, headers, webhooks) => {
    const { conversationSid } = await harness.start();
    await harness.post(conversation(conversationSid), { State: 'closed' }, headers);
    await harness.settled();
    expect(harness.webhooks.types('/webhooks/conversations')).toHaveLength(webhooks);
  });

  it('is for good', async () => {
    const { conversationSid } = await harness.start();
    await harness.post(conversation(conversationSid), { State: 'closed' });
    expect((await harness.post(conversation(conversationSid), { State: 'active' })).status).toBe(400);
  });

  it('deletes the conversation, and says so when asked to', async () => {
    const { conversationSid } = await harness.start();
    const reply = await harness.send('DELETE', conversation(conversationSid), undefined, WEBHOOK);
    expect(reply.status).toBe(204);
    expect((await harness.get(conversation(conversationSid))).status).toBe(404);
    await harness.settled();
    expect(harness.webhooks.of('onConversationRemoved')?.ConversationSid).toBe(conversationSid);
  });
});

describe('the timers', () => {
  it('close the conversation by themselves, counted from the last message', async () => {
    const { conversationSid } = await harness.start();
    const path = conversation(conversationSid);
    await harness.post(path, { 'Timers.Inactive': 'PT1M', 'Timers.Closed': 'PT10M' });
    await harness.clock.advance(300);
    await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
    expect((await harness.get(path)).body.timers).toEqual({
      date_inactive: '2026-11-02T09:06:00Z',
      date_closed: '2026-11-02T09:15:00Z',
    });
    await harness.clock.advance(599);
    expect((await harness.get(path)).body.state).toBe('inactive');
    await harness.clock.advance(1);
    expect((await harness.get(path)).body.state).toBe('closed');
    expect(harness.webhooks.of('onConversationStateUpdated')).toMatchObject({
      StateTo: 'closed',
      Reason: 'TIMER',
    });
  });

  it.each<Record<string, string>>([
    { 'Timers.Closed': 'PT9M' },
    { 'Timers.Inactive': 'PT59S' },
    { 'Timers.Closed': 'soon' },
  ])('refuse %j', async (form) => {
    const { conversationSid } = await harness.start();
    expect((await harness.post(conversation(conversationSid), form)).status).toBe(400);
  });
});

it('has at most five webhooks of its own', async () => {
  const { conversationSid } = await harness.start();
  const path = `${conversation(conversationSid)}/Webhooks`;
  const add = () => harness.post(path, { Target: 'studio', 'Configuration.FlowSid': `FW${'5'.repeat(32)}` });
  const added = [];
  for (let count = 0; count < 5; count++) added.push(await add());
  expect(added.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect((await add()).status).toBe(400);
  expect((await harness.send('DELETE', `${path}/${added[0]?.body.sid}`)).status).toBe(204);
  expect((await harness.get(`${path}/${added[0]?.body.sid}`)).status).toBe(404);
  expect(await harness.list(path, 'webhooks')).toHaveLength(4);
});

describe('what cannot be done', () => {
  it.each<[string, number, () => Promise<unknown>]>([
    ['accept no task', 404, () => harness.twilio.acceptTask('WT0')],
    ['decline no task', 404, () => harness.twilio.declineTask('WT0')],
    ['complete no task', 404, () => harness.twilio.completeTask('WT0')],
    ['write nowhere', 404, () => harness.twilio.writeMessage('CH0', 'customer', 'Hello')],
    ['accept twice', 409, async () => harness.twilio.acceptTask((await harness.startAccepted()).taskSid)],
    [
      'decline what is accepted',
      409,
      async () => harness.twilio.declineTask((await harness.startAccepted()).taskSid),
    ],
    [
      'complete what nobody holds',
      409,
      async () => harness.twilio.completeTask((await harness.start()).taskSid),
    ],
    [
      'write as agent where none has been',
      409,
      async () => harness.twilio.writeMessage((await harness.start()).conversationSid, 'agent', 'Hello'),
    ],
    [
      'write where it is closed',
      409,
      async () => {
        const { channel, conversationSid } = await harness.start();
        await harness.post(channel, { Status: 'closed' });
        return harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
      },
    ],
  ])('%s: %i', async (_, status, act) => {
    const error: unknown = await act().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StandInRefusal);
    expect((error as StandInRefusal).status).toBe(status);
  });
});

it('leaves channel, conversation and agent as they are when the agent completes', async () => {
  const { channel, conversationSid, taskSid } = await harness.startAccepted();
  await harness.twilio.completeTask(taskSid);
  expect((await harness.get(channel)).body.status).toBe('active');
  expect((await harness.get(conversation(conversationSid))).body.state).toBe('active');
  expect(await harness.agentOf(channel, taskSid)).toBeDefined();
});
