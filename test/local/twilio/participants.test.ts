import { ALICE, Harness, taskPath } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

async function update(channel: string, taskSid: string, status: string) {
  const agent = await harness.agentOf(channel, taskSid);
  return harness.post(`${channel}/Participants/${agent?.sid}`, { Status: status });
}

async function identities(conversationSid: string): Promise<unknown[]> {
  const all = await harness.list(`/v1/Conversations/${conversationSid}/Participants`, 'participants');
  return all.map((one) => one.identity);
}

it('joins the agent who accepts to channel and conversation', async () => {
  const { channel, conversationSid, taskSid, reservationSid } = await harness.startAccepted();
  const agent = await harness.agentOf(channel, taskSid);
  expect(agent).toMatchObject({
    type: 'agent',
    routing_properties: { task_sid: taskSid, worker_sid: ALICE, reservation_sid: reservationSid },
  });
  expect(agent).not.toHaveProperty('status');
  expect(await identities(conversationSid)).toContain('alice');
});

it('has a customer without routing properties', async () => {
  const { channel } = await harness.start();
  const [customer] = await harness.list(`${channel}/Participants`, 'participants');
  expect(customer).toMatchObject({ type: 'customer', routing_properties: null });
});

it('wraps up reservation and task, the agent stays', async () => {
  const { channel, conversationSid, taskSid } = await harness.startAccepted();
  expect((await update(channel, taskSid, 'wrapup')).status).toBe(200);
  expect((await harness.task(taskSid)).assignment_status).toBe('wrapping');
  expect((await harness.reservations(taskSid))[0]?.reservation_status).toBe('wrapping');
  expect(await identities(conversationSid)).toContain('alice');
});

it('changes nothing when a wrap-up is asked for twice', async () => {
  const { channel, taskSid } = await harness.startAccepted();
  await update(channel, taskSid, 'wrapup');
  expect((await update(channel, taskSid, 'wrapup')).status).toBe(200);
  await harness.settled();
  expect(harness.webhooks.types().filter((type) => type === 'task.wrapup')).toHaveLength(1);
});

it.each(['assigned', 'wrapping'])(
  'closed completes a task that is %s; channel and conversation stay',
  async (from) => {
    const { channel, conversationSid, taskSid } = await harness.startAccepted();
    if (from === 'wrapping') await update(channel, taskSid, 'wrapup');
    expect((await update(channel, taskSid, 'closed')).status).toBe(200);
    expect((await harness.task(taskSid)).assignment_status).toBe('completed');
    expect((await harness.reservations(taskSid))[0]?.reservation_status).toBe('completed');
    expect((await harness.get(channel)).body.status).toBe('active');
    expect((await harness.get(`/v1/Conversations/${conversationSid}`)).body.state).toBe('active');
  },
);

it('closed takes the agent out of channel and conversation', async () => {
  const { channel, conversationSid, taskSid } = await harness.startAccepted();
  await update(channel, taskSid, 'closed');
  expect(await harness.agentOf(channel, taskSid)).toBeUndefined();
  expect(await identities(conversationSid)).not.toContain('alice');
});

it('does not know a participant that was closed before', async () => {
  const { channel, taskSid } = await harness.startAccepted();
  const agent = await harness.agentOf(channel, taskSid);
  await update(channel, taskSid, 'closed');
  const again = await harness.post(`${channel}/Participants/${agent?.sid}`, { Status: 'closed' });
  expect([again.status, again.body.code]).toEqual([404, 20404]);
});

it('can be closed after the task is deleted', async () => {
  const { channel, taskSid } = await harness.startAccepted();
  await harness.twilio.completeTask(taskSid);
  await harness.clock.advance(300);
  expect((await harness.get(taskPath(taskSid))).status).toBe(404);
  expect((await update(channel, taskSid, 'closed')).status).toBe(200);
});

it('keeps an agent in the conversation who has another task of it', async () => {
  const { channel, conversationSid, taskSid } = await harness.startAccepted();
  const second = await harness.invite(channel, { worker_sid: ALICE });
  await harness.twilio.acceptTask(second.taskSid);
  await update(channel, taskSid, 'closed');
  expect((await identities(conversationSid)).filter((one) => one === 'alice')).toHaveLength(1);
  await update(channel, second.taskSid, 'closed');
  expect(await identities(conversationSid)).not.toContain('alice');
});

it('refuses any other status', async () => {
  const { channel, taskSid } = await harness.startAccepted();
  expect((await update(channel, taskSid, 'paused')).body.code).toBe(20001);
});
