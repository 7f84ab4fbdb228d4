import { ALICE, BOB, Harness, START, TWO_AT_A_TIME } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const tasks = async () => (await harness.twilio.tasks()).tasks;
const messages = async (conversationSid: string) => (await harness.twilio.messages(conversationSid)).messages;

describe('tasks', () => {
  it('are told with whom they are offered to', async () => {
    const { conversationSid, taskSid } = await harness.start('sms');
    expect(await tasks()).toEqual([
      {
        taskSid,
        conversationSid,
        channelType: 'sms',
        customerName: expect.stringMatching(/^Customer \d+$/) as string,
        status: 'reserved',
        workerSid: null,
        workerName: null,
        reservedFor: ALICE,
        createdAt: START,
        attributes: expect.objectContaining({ conversationSid, direction: 'inbound' }) as object,
      },
    ]);
  });

  it('are told with who has them, also in wrap-up', async () => {
    const { channel, taskSid, workerSid } = await harness.startAccepted();
    expect(workerSid).toBe(ALICE);
    const mine = { taskSid, workerSid, workerName: 'Alice', reservedFor: null };
    expect(await tasks()).toMatchObject([{ ...mine, status: 'assigned' }]);
    const agent = await harness.agentOf(channel, taskSid);
    await harness.post(`${channel}/Participants/${agent!.sid}`, { Status: 'wrapup' });
    expect(await tasks()).toMatchObject([{ ...mine, status: 'wrapping' }]);
  });

  it('are told while nobody is there for them', async () => {
    await harness.start();
    await harness.clock.advance(3600);
    expect(await tasks()).toMatchObject([{ status: 'pending', workerSid: null, reservedFor: null }]);
  });

  it('that are offered to two are told with the one who would accept', async () => {
    const { channel, taskSid } = await harness.startAccepted();
    await harness.twilio.completeTask(taskSid);
    const invited = await harness.invite(channel, { queue_sid: TWO_AT_A_TIME });
    const [task] = await tasks();
    const { workerSid } = await harness.twilio.acceptTask(invited.taskSid);
    expect(task?.reservedFor).toBe(workerSid);
  });

  it('that are over are not told, and the oldest comes first', async () => {
    const first = await harness.startAccepted();
    const second = await harness.startAccepted();
    const third = await harness.start();
    await harness.twilio.completeTask(second.taskSid);
    expect((await tasks()).map(({ taskSid }) => taskSid)).toEqual([first.taskSid, third.taskSid]);
  });
});

describe('conversations', () => {
  const conversations = async () => (await harness.twilio.conversations()).conversations;

  it('are told also where no task is live', async () => {
    const { conversationSid, taskSid } = await harness.startAccepted('whatsapp');
    await harness.twilio.completeTask(taskSid);
    expect(await conversations()).toEqual([
      {
        conversationSid,
        channelType: 'whatsapp',
        customerName: expect.stringMatching(/^Customer \d+$/) as string,
        state: 'active',
        createdAt: START,
      },
    ]);
  });

  it('have the name that the customer gave', async () => {
    const { taskSid } = await harness.twilio.startConversation('web', '<b>Kim</b>');
    expect(await conversations()).toMatchObject([{ customerName: '<b>Kim</b>' }]);
    expect((await tasks()).find((task) => task.taskSid === taskSid)?.customerName).toBe('<b>Kim</b>');
    const attributes = JSON.parse(String((await harness.task(taskSid)).attributes)) as object;
    expect(attributes).toMatchObject({ customerName: '<b>Kim</b>' });
  });

  it('are the hundred that began last, the oldest of them first', async () => {
    for (let number = 0; number < 102; number++) {
      await harness.clock.advance(1);
      await harness.twilio.startConversation('web', `Kim ${number}`);
    }
    const told = await conversations();
    expect(told).toHaveLength(100);
    expect([told[0], told.at(-1)]).toMatchObject([{ customerName: 'Kim 2' }, { customerName: 'Kim 101' }]);
  });
});

describe('messages', () => {
  it('are told with who wrote them', async () => {
    const { conversationSid } = await harness.startAccepted('whatsapp');
    await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello?');
    await harness.clock.advance(60);
    await harness.twilio.writeMessage(conversationSid, 'agent', '<b>Good morning</b>');
    await harness.twilio.writeMessage(conversationSid, 'bot', 'An agent is here.');
    await harness.post(`/v1/Conversations/${conversationSid}/Messages`, { Body: 'Moved', Author: 'system' });
    expect(await messages(conversationSid)).toEqual([
      {
        index: 0,
        author: expect.stringMatching(/^whatsapp:/) as string,
        from: 'customer',
        body: 'Hello?',
        at: START,
      },
      { index: 1, author: 'alice', from: 'agent', body: '<b>Good morning</b>', at: '2026-11-02T09:01:00Z' },
      { index: 2, author: 'bot', from: 'bot', body: 'An agent is here.', at: '2026-11-02T09:01:00Z' },
      { index: 3, author: 'system', from: 'system', body: 'Moved', at: '2026-11-02T09:01:00Z' },
    ]);
  });

  it("of an agent who has gone are still the agent's", async () => {
    const { conversationSid, channel, taskSid } = await harness.startAccepted();
    await harness.twilio.writeMessage(conversationSid, 'agent', 'One moment');
    const agent = await harness.agentOf(channel, taskSid);
    await harness.post(`${channel}/Participants/${agent!.sid}`, { Status: 'closed' });
    expect(await messages(conversationSid)).toMatchObject([{ from: 'agent' }]);
  });

  it('are of no conversation that is not there', async () => {
    await expect(harness.twilio.messages('CH0')).rejects.toMatchObject({ status: 404 });
  });
});

describe('attempts to deliver webhooks', () => {
  it('are told, each with the status of its answer, and without what it said', async () => {
    harness.webhooks.answerNext(503);
    const { conversationSid } = await harness.start();
    await harness.settled();
    await harness.twilio.writeMessage(conversationSid, 'customer', 'the text');
    await harness.settled();
    const told = harness.twilio.webhooks();
    const created = told.filter(({ eventType }) => eventType === 'task.created');
    expect(created.map(({ status }) => status)).toEqual([503, 204]);
    expect(told.at(-1)).toEqual({
      id: expect.any(String) as string,
      at: START.replace('Z', '.000Z'),
      kind: 'conversations',
      eventType: 'onMessageAdded',
      conversationSid,
      status: 204,
    });
    expect(JSON.stringify(told)).not.toContain('the text');
  });

  it('that got no answer have no status; what is about a worker has no conversation', async () => {
    await harness.webhooks.close();
    await harness.setActivity(BOB, `WA${'a0'.padEnd(32, '0')}`);
    await harness.settled();
    const [first] = harness.twilio.webhooks();
    expect(first).toMatchObject({ kind: 'taskrouter', eventType: 'worker.activity.update' });
    expect(first).toMatchObject({ conversationSid: null, status: null });
  });

  it('are told after one that is known, and all after one that is not', async () => {
    await harness.start();
    await harness.settled();
    const [first, ...others] = harness.twilio.webhooks();
    expect(harness.twilio.webhooks(first?.id)).toEqual(others);
    expect(harness.twilio.webhooks('from-before-a-restart')).toEqual([first, ...others]);
  });

  it('are the last two hundred', async () => {
    const { conversationSid } = await harness.start();
    for (let index = 0; index < 205; index++)
      await harness.twilio.writeMessage(conversationSid, 'bot', String(index));
    await harness.settled();
    expect(harness.twilio.webhooks()).toHaveLength(200);
  });
});
