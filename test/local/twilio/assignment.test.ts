import {
  ALICE,
  BOB,
  CAROL,
  DEE,
  EVERYONE,
  Harness,
  OFFLINE,
  AVAILABLE,
  taskPath,
  TWO_AT_A_TIME,
  WORKSPACE,
} from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

/** All agents but these are offline. */
async function onlyAvailable(...workerSids: string[]): Promise<void> {
  for (const sid of [ALICE, BOB, CAROL])
    if (!workerSids.includes(sid)) await harness.setActivity(sid, OFFLINE);
}

async function channelOf(workerSid: string, name: string): Promise<Record<string, unknown>> {
  return (await harness.get(`/v1/Workspaces/${WORKSPACE}/Workers/${workerSid}/Channels/${name}`)).body;
}

it('offers the first task to the first of those who never had one, by name', async () => {
  const { taskSid } = await harness.start();
  expect(await harness.offeredTo(taskSid)).toEqual([ALICE]);
  expect((await harness.task(taskSid)).assignment_status).toBe('reserved');
});

it('offers the next task to the agent who has idled longest', async () => {
  await harness.startAccepted();
  const { taskSid } = await harness.start();
  expect(await harness.offeredTo(taskSid)).toEqual([BOB]);
});

it('counts the end of a task as busy, also when the clock stands still', async () => {
  const first = await harness.startAccepted();
  await harness.startAccepted();
  await harness.startAccepted();
  await harness.twilio.completeTask(first.taskSid);
  const { taskSid } = await harness.start();
  expect(await harness.offeredTo(taskSid)).toEqual([BOB]);
});

it('gives an agent two tasks of a channel at most', async () => {
  await onlyAvailable(ALICE);
  await harness.startAccepted();
  await harness.startAccepted();
  const third = await harness.start();
  expect((await harness.task(third.taskSid)).assignment_status).toBe('pending');
  expect(await channelOf(ALICE, 'web')).toMatchObject({
    assigned_tasks: 2,
    configured_capacity: 2,
    available_capacity_percentage: 0,
  });
});

it('counts capacity for each channel by itself', async () => {
  await onlyAvailable(ALICE);
  await harness.startAccepted('web');
  await harness.startAccepted('web');
  const { taskSid } = await harness.start('sms');
  expect(await harness.offeredTo(taskSid)).toEqual([ALICE]);
});

it('counts a task in wrap-up, and gives its place away when it is completed', async () => {
  await onlyAvailable(ALICE);
  const first = await harness.startAccepted();
  await harness.startAccepted();
  await harness.post(`${taskPath(first.taskSid)}/Reservations/${first.reservationSid}`, {
    ReservationStatus: 'wrapping',
  });
  const third = await harness.start();
  expect(await harness.offeredTo(third.taskSid)).toEqual([]);
  await harness.twilio.completeTask(first.taskSid);
  expect(await harness.offeredTo(third.taskSid)).toEqual([ALICE]);
});

it('offers a rejected task to another agent', async () => {
  const { taskSid } = await harness.start();
  await harness.twilio.declineTask(taskSid);
  expect(await harness.offeredTo(taskSid)).toEqual([BOB]);
});

it('offers a rejected task to the same agent when there is no other', async () => {
  await onlyAvailable(ALICE);
  const { taskSid } = await harness.start();
  await harness.twilio.declineTask(taskSid);
  expect(await harness.offeredTo(taskSid)).toEqual([ALICE]);
});

it('never offers a queue task to the supervisor, who is offline', async () => {
  await onlyAvailable();
  await harness.setActivity(DEE, AVAILABLE);
  const { taskSid } = await harness.start();
  expect(await harness.offeredTo(taskSid)).toEqual([]);
});

it('offers a pending task as soon as an agent becomes available', async () => {
  await onlyAvailable();
  const { taskSid } = await harness.start();
  await harness.setActivity(CAROL, AVAILABLE);
  expect(await harness.offeredTo(taskSid)).toEqual([CAROL]);
});

it('takes the higher priority first, then the older task', async () => {
  const { channel } = await harness.startAccepted();
  await onlyAvailable();
  const old = await harness.invite(channel);
  const young = await harness.invite(channel);
  const urgent = await harness.invite(channel, { priority: 5 });
  await harness.setActivity(CAROL, AVAILABLE);
  const offered = async ({ taskSid }: { taskSid: string }) => (await harness.offeredTo(taskSid)).length;
  expect([await offered(urgent), await offered(old), await offered(young)]).toEqual([1, 1, 0]);
});

it('puts a task into the queue it names, else into the default queue', async () => {
  const { channel } = await harness.startAccepted();
  const named = await harness.invite(channel, { queue_sid: TWO_AT_A_TIME });
  const other = await harness.invite(channel);
  expect((await harness.task(named.taskSid)).task_queue_sid).toBe(TWO_AT_A_TIME);
  expect((await harness.task(other.taskSid)).task_queue_sid).toBe(EVERYONE);
});

it('rescinds the other reservation of a queue that asks two agents at a time', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { queue_sid: TWO_AT_A_TIME });
  expect(await harness.offeredTo(taskSid)).toEqual([BOB, CAROL]);
  await harness.twilio.acceptTask(taskSid);
  const statuses = (await harness.reservations(taskSid)).map((one) => one.reservation_status);
  expect(statuses).toEqual(['accepted', 'rescinded']);
  await harness.settled();
  expect(harness.webhooks.of('reservation.rescinded')?.WorkerSid).toBe(CAROL);
});

it('stays reserved while one of two agents has not answered', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { queue_sid: TWO_AT_A_TIME });
  await harness.twilio.declineTask(taskSid);
  expect((await harness.task(taskSid)).assignment_status).toBe('reserved');
  expect(await harness.offeredTo(taskSid)).toEqual([CAROL]);
});
