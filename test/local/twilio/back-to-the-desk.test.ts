import { ALICE, AVAILABLE, BOB, CAROL, Harness, OFFLINE, WORKSPACE } from './harness';

let harness: Harness;
beforeEach(async () => {
  harness = await Harness.open();
});
afterEach(() => harness.close());

const worker = async (sid: string) => (await harness.get(`/v1/Workspaces/${WORKSPACE}/Workers/${sid}`)).body;

/** All let the offer of a task lapse, one after the other: Alice, Bob, Carol. */
async function lapsed(): Promise<string> {
  const { taskSid } = await harness.start();
  await harness.clock.advance(3600);
  expect(await harness.offeredTo(taskSid)).toEqual([]);
  return taskSid;
}

it('the agent who has been offline longest comes back for a task that nobody is there for, and accepts', async () => {
  for (const agent of [CAROL, ALICE, BOB]) {
    await harness.setActivity(agent, OFFLINE);
    await harness.clock.advance(60);
  }
  const { taskSid } = await harness.start();
  expect((await harness.twilio.acceptTask(taskSid)).workerSid).toBe(CAROL);
  expect((await harness.task(taskSid)).assignment_status).toBe('assigned');
});

it('an agent who let the offer lapse comes back too', async () => {
  const taskSid = await lapsed();
  expect((await harness.twilio.acceptTask(taskSid)).workerSid).toBe(ALICE);
});

it('others stay away', async () => {
  const taskSid = await lapsed();
  await harness.twilio.acceptTask(taskSid);
  expect((await worker(ALICE)).activity_sid).toBe(AVAILABLE);
  expect((await worker(BOB)).activity_sid).toBe(OFFLINE);
  expect((await worker(CAROL)).activity_sid).toBe(OFFLINE);
});

it('the return is told as always', async () => {
  const taskSid = await lapsed();
  await harness.settled();
  harness.webhooks.received.length = 0;
  await harness.twilio.acceptTask(taskSid);
  await harness.settled();
  expect(harness.webhooks.of('worker.activity.update')).toMatchObject({
    WorkerSid: ALICE,
    WorkerActivityName: 'Available',
    WorkerPreviousActivityName: 'Offline',
  });
  expect(harness.webhooks.types()).toEqual(
    expect.arrayContaining(['reservation.created', 'reservation.accepted']),
  );
});

it('nobody comes back while the task is offered to an agent', async () => {
  await harness.setActivity(BOB, OFFLINE);
  const { taskSid } = await harness.start();
  expect((await harness.twilio.acceptTask(taskSid)).workerSid).toBe(ALICE);
  expect((await worker(BOB)).activity_sid).toBe(OFFLINE);
});

it('an agent without room for the task stays away, and the next one comes', async () => {
  for (const other of [BOB, CAROL]) await harness.setActivity(other, OFFLINE);
  await harness.startAccepted();
  await harness.startAccepted();
  await harness.setActivity(ALICE, OFFLINE);
  await harness.clock.advance(60);
  for (const other of [BOB, CAROL]) {
    await harness.setActivity(other, AVAILABLE);
    await harness.setActivity(other, OFFLINE);
  }
  const { taskSid } = await harness.start();
  expect((await harness.twilio.acceptTask(taskSid)).workerSid).toBe(BOB);
  expect((await worker(ALICE)).activity_sid).toBe(OFFLINE);
});

it('more than one comes back where an older task takes the first', async () => {
  for (const agent of [ALICE, BOB, CAROL]) await harness.setActivity(agent, OFFLINE);
  for (let older = 0; older < 2; older++) await harness.start();
  const { taskSid } = await harness.start();
  expect((await harness.twilio.acceptTask(taskSid)).workerSid).toBe(BOB);
});

it('is refused when all agents are at capacity, and says so', async () => {
  for (let task = 0; task < 6; task++) await harness.startAccepted();
  const { taskSid } = await harness.start();
  await expect(harness.twilio.acceptTask(taskSid)).rejects.toMatchObject({
    status: 409,
    message:
      'The task is pending, and all agents are at capacity: Alice, Bob, Carol have 2 web tasks each, offers and wrap-ups included',
  });
});

it('a task that nobody is offered is not declined', async () => {
  const taskSid = await lapsed();
  await expect(harness.twilio.declineTask(taskSid)).rejects.toMatchObject({ status: 409 });
  expect((await worker(ALICE)).activity_sid).toBe(OFFLINE);
});
