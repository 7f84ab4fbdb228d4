import { ALICE, BOB, DEE, Harness, OFFLINE, WORKFLOW, WORKSPACE } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

async function attributesOf(taskSid: string): Promise<Record<string, unknown>> {
  return JSON.parse(String((await harness.task(taskSid)).attributes)) as Record<string, unknown>;
}

it('makes a new task and answers with it, in the form of the Interactions API', async () => {
  const { channel } = await harness.startAccepted();
  const { status, body, taskSid } = await harness.invite(channel, {
    attributes: { topic: 'refund' },
    priority: 3,
  });
  expect(status).toBe(201);
  expect(body.sid).toMatch(/^KG[0-9a-f]{32}$/);
  expect(body.routing).toMatchObject({
    reservation: null,
    properties: {
      sid: taskSid,
      workspace_sid: WORKSPACE,
      workflow_sid: WORKFLOW,
      assignment_status: 'pending',
      priority: 3,
      timeout: 86_400,
      date_created: Date.parse('2026-11-02T09:00:00Z') / 1000,
      attributes: (await harness.task(taskSid)).attributes,
    },
  });
});

it('adds the keys of Flex to the attributes', async () => {
  const { channel, conversationSid } = await harness.startAccepted();
  const { body, taskSid } = await harness.invite(channel, { attributes: { customerName: 'Given' } });
  const [, , , interactionSid, , channelSid] = channel.split('/');
  expect(await attributesOf(taskSid)).toMatchObject({
    flexChannelInviteSid: body.sid,
    flexInteractionSid: interactionSid,
    flexInteractionChannelSid: channelSid,
    conversationSid,
    channelType: 'web',
    customerName: 'Given',
    conversations: { conversation_id: interactionSid },
  });
});

it('does not carry over the attributes of the task before', async () => {
  const { channel } = await harness.startAccepted();
  await harness.invite(channel, { attributes: { topic: 'refund' } });
  const { taskSid } = await harness.invite(channel, { attributes: {} });
  expect(await attributesOf(taskSid)).not.toHaveProperty('topic');
});

it('takes 4,096 characters of attributes, its own keys included, and no more', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { attributes: { filler: '' } });
  const room = 4096 - String((await harness.task(taskSid)).attributes).length;
  const fits = await harness.invite(channel, { attributes: { filler: 'x'.repeat(room) } });
  const tooLong = await harness.invite(channel, { attributes: { filler: 'x'.repeat(room + 1) } });
  expect(fits.status).toBe(201);
  expect([tooLong.status, tooLong.body.code]).toEqual([400, 20001]);
});

it.each([
  ['another workspace', { workspace_sid: `WS${'9'.repeat(32)}` }],
  ['an unknown workflow', { workflow_sid: `WW${'9'.repeat(32)}` }],
  ['an unknown queue', { queue_sid: `WQ${'9'.repeat(32)}` }],
  ['an unknown worker', { worker_sid: `WK${'9'.repeat(32)}` }],
  ['an unknown task channel', { task_channel_unique_name: 'smoke' }],
  ['attributes as text', { attributes: '{}' }],
  ['a time of more than two weeks', { timeout: 1_209_601 }],
  ['a negative priority', { priority: -1 }],
])('refuses %s', async (_, properties) => {
  const { channel } = await harness.startAccepted();
  const { status, body } = await harness.invite(channel, properties);
  expect([status, body.code]).toEqual([400, 20001]);
  expect(await harness.list(`${channel}/Invites`, 'invites')).toHaveLength(1);
});

it('does not need the workflow, because there is only one', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { workflow_sid: undefined });
  expect((await harness.task(taskSid)).workflow_sid).toBe(WORKFLOW);
});

it('lists all invites of the channel, oldest first', async () => {
  const { channel } = await harness.startAccepted();
  const second = await harness.invite(channel);
  const third = await harness.invite(channel);
  const sids = (await harness.list(`${channel}/Invites`, 'invites')).map(({ sid }) => sid);
  expect(sids.slice(1)).toEqual([second.body.sid, third.body.sid]);
});

describe('for a named worker', () => {
  it('ignores capacity and availability', async () => {
    const { channel } = await harness.startAccepted();
    await harness.setActivity(DEE, OFFLINE);
    const { taskSid } = await harness.invite(channel, { worker_sid: DEE });
    expect(await harness.offeredTo(taskSid)).toEqual([DEE]);
    expect(await harness.task(taskSid)).toMatchObject({ routing_target: DEE, ignore_capacity: true });
  });

  it('reaches a worker who is full', async () => {
    const started = [
      await harness.startAccepted(),
      await harness.startAccepted(),
      await harness.startAccepted(),
    ];
    const { channel } = started[0]!;
    for (let tasks = 0; tasks < 3; tasks++) {
      const { taskSid } = await harness.invite(channel, {
        worker_sid: ALICE,
        task_channel_unique_name: 'web',
      });
      expect(await harness.offeredTo(taskSid)).toEqual([ALICE]);
    }
  });

  it('cancels the task when the worker declines, and leaves nobody', async () => {
    const { channel } = await harness.startAccepted();
    const { taskSid } = await harness.invite(channel, { worker_sid: BOB });
    await harness.twilio.declineTask(taskSid);
    expect((await harness.task(taskSid)).assignment_status).toBe('canceled');
    expect(await harness.offeredTo(taskSid)).toEqual([]);
  });

  it('cancels the task when the worker does not answer', async () => {
    const { channel } = await harness.startAccepted();
    const { taskSid } = await harness.invite(channel, { worker_sid: BOB });
    await harness.clock.advance(120);
    expect((await harness.task(taskSid)).assignment_status).toBe('canceled');
  });
});
