import { ALICE } from '../running-product';
import { acceptedByAlice, type Begun, does, resumes, seen, timers } from '../acts';
import { productForEach } from '../fixture';
import { closedEvent, deliverSigned, type Form, sidOf, taskEvent } from '../webhooks';
import { NOTHING } from '../../doubles/nothing';

const running = productForEach();

const OF_TASKS = [
  'task.created',
  'reservation.created',
  'reservation.accepted',
  'reservation.wrapup',
  'reservation.completed',
  'reservation.timeout',
  'task.wrapup',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'task.updated',
];

/** The news is taken, and the record, its timers and its tasks stay as they are. */
async function expectIdle(begun: Begun, ...news: Form[]): Promise<void> {
  const before = await seen(running(), begun);
  const timersBefore = await timers(running());
  const tasksBefore = await running().liveTasks(begun.conversationSid);
  for (const form of news) {
    const { status } = await deliverSigned(running(), '/webhooks/taskrouter', form);
    expect([form['EventType'], status]).toEqual([form['EventType'], 204]);
    expect(await seen(running(), begun)).toEqual(before);
  }
  expect(await timers(running())).toEqual(timersBefore);
  expect(await running().liveTasks(begun.conversationSid)).toEqual(tasksBefore);
}

const allOf = ({ conversationSid, taskSid }: Begun, more: Form = {}) =>
  OF_TASKS.map((type) => taskEvent(type, conversationSid, taskSid, more));

it('late and doubled events of a task that is over change nothing: paused, active again, closed', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await does(running(), ALICE, `${begun.path}/complete`);
  await expectIdle(begun, ...allOf(begun), ...allOf(begun));
  await resumes(running(), ALICE, begun.path);
  await expectIdle(begun, ...allOf(begun));
  await does(running(), ALICE, `${begun.path}/pause`);
  await expectIdle(begun, ...allOf(begun));
  await does(running(), ALICE, `${begun.path}/end`);
  await running().advance('PT1S');
  await expectIdle(begun, ...allOf(begun));
});

it('doubled events of the current task change nothing', async () => {
  const begun = await acceptedByAlice(running());
  const { conversationSid, taskSid } = begun;
  await expectIdle(begun, taskEvent('reservation.accepted', conversationSid, taskSid));
  await does(running(), ALICE, `${begun.path}/pause`);
  await expectIdle(
    begun,
    taskEvent('task.wrapup', conversationSid, taskSid),
    taskEvent('reservation.wrapup', conversationSid, taskSid),
    taskEvent('reservation.accepted', conversationSid, taskSid),
  );
});

it('events of another workspace change nothing', async () => {
  const begun = await acceptedByAlice(running());
  await expectIdle(begun, ...allOf(begun, { WorkspaceSid: sidOf('WS') }));
  const another = { ...begun, taskSid: sidOf('WT') };
  await expectIdle(begun, ...allOf(another, { WorkspaceSid: sidOf('WS') }));
});

it('events that say nothing that can be read change nothing', async () => {
  const begun = await acceptedByAlice(running());
  const { conversationSid, taskSid } = begun;
  const TaskAttributes = JSON.stringify({ conversationSid });
  const unreadable: Form[] = [
    { TaskAttributes: '' },
    { TaskAttributes: '{"conversationSid":' },
    { TaskAttributes: 'null' },
    { TaskAttributes: '[]' },
    { TaskAttributes: JSON.stringify({ conversationSid: [conversationSid] }) },
    { TaskAttributes: JSON.stringify({ conversationSid: conversationSid.slice(1) }) },
    { TaskAttributes, TaskSid: 'WT1' },
    { TaskAttributes, TaskSid: '' },
    { TaskAttributes, EventType: 'task.exploded' },
    { TaskAttributes, EventType: '' },
  ];
  await expectIdle(
    begun,
    ...unreadable.map((more) => taskEvent('task.completed', conversationSid, taskSid, more)),
  );
});

it('a megabyte that is signed is taken, and changes nothing', async () => {
  const begun = await acceptedByAlice(running());
  const { conversationSid, taskSid } = begun;
  const TaskAttributes = JSON.stringify({ conversationSid, note: 'n'.repeat(1024 * 1024) });
  await expectIdle(begun, taskEvent('task.updated', conversationSid, taskSid, { TaskAttributes }));
});

it('an accept without worker or reservation changes nothing', async () => {
  const begun = await acceptedByAlice(running());
  const accept = (more: Form) => taskEvent('reservation.accepted', begun.conversationSid, sidOf('WT'), more);
  await expectIdle(begun, accept({ WorkerSid: '' }), accept({ ReservationSid: 'WR' }));
});

it('news of a conversation that is not known makes none, but an accept', async () => {
  const conversationSid = sidOf('CH');
  const path = `/conversations/${conversationSid}`;
  for (const type of OF_TASKS.filter((each) => each !== 'reservation.accepted')) {
    await deliverSigned(running(), '/webhooks/taskrouter', taskEvent(type, conversationSid, sidOf('WT')));
  }
  await deliverSigned(running(), '/webhooks/conversations', closedEvent(conversationSid));
  expect((await running().get(path, ALICE)).status).toBe(404);
  await deliverSigned(
    running(),
    '/webhooks/taskrouter',
    taskEvent('reservation.accepted', conversationSid, sidOf('WT')),
  );
  expect((await running().get(path, ALICE)).status).toBe(200);
});

it('an accept of a task that is in no Flex channel makes no conversation', async () => {
  const conversationSid = sidOf('CH');
  const TaskAttributes = JSON.stringify({ conversationSid });
  const accept = taskEvent('reservation.accepted', conversationSid, sidOf('WT'), { TaskAttributes });
  expect((await deliverSigned(running(), '/webhooks/taskrouter', accept)).status).toBe(204);
  expect((await running().get(`/conversations/${conversationSid}`, ALICE)).status).toBe(404);
});

it('Conversations events that close nothing change nothing', async () => {
  const begun = await acceptedByAlice(running());
  const { conversationSid } = begun;
  const before = await seen(running(), begun);
  const idle: Form[] = [
    { StateTo: 'inactive' },
    { StateTo: '' },
    { EventType: 'onConversationUpdated' },
    { EventType: 'onMessageAdded', Index: 'x', Body: 'Hello' },
    { ConversationSid: 'CH1' },
    { ConversationSid: sidOf('CH') },
  ];
  for (const more of idle) {
    const answer = await deliverSigned(
      running(),
      '/webhooks/conversations',
      closedEvent(conversationSid, more),
    );
    expect(answer).toMatchObject({ status: 200, body: NOTHING });
  }
  expect(await seen(running(), begun)).toEqual(before);
});

it('the news that a conversation is closed, doubled and late, changes it once', async () => {
  const begun = await acceptedByAlice(running());
  const news = closedEvent(begun.conversationSid);
  await deliverSigned(running(), '/webhooks/conversations', news);
  const before = await seen(running(), begun);
  expect(before.channelState).toBe('closed');
  await deliverSigned(running(), '/webhooks/conversations', news);
  await deliverSigned(running(), '/webhooks/conversations', { ...news, EventType: 'onConversationRemoved' });
  expect(await seen(running(), begun)).toEqual(before);
});
