import { ALICE, Harness, OFFLINE, BOB, taskPath, WORKSPACE } from './harness';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const update = (taskSid: string, reservationSid: string, status: string, headers?: Record<string, string>) =>
  harness.post(`${taskPath(taskSid)}/Reservations/${reservationSid}`, { ReservationStatus: status }, headers);

async function statusOf(taskSid: string): Promise<unknown> {
  return (await harness.task(taskSid)).assignment_status;
}

it('goes from reserved to assigned, wrapping and completed with its reservation', async () => {
  const { taskSid } = await harness.start();
  const [reservation] = await harness.reservations(taskSid);
  const sid = reservation?.sid ?? '';
  const seen = [];
  for (const status of ['accepted', 'wrapping', 'completed']) {
    const { body } = await update(taskSid, sid, status);
    seen.push([body.reservation_status, await statusOf(taskSid)]);
  }
  expect(seen).toEqual([
    ['accepted', 'assigned'],
    ['wrapping', 'wrapping'],
    ['completed', 'completed'],
  ]);
});

it.each([
  ['pending', [], 'wrapping'],
  ['pending', [], 'completed'],
  ['accepted', ['accepted'], 'accepted'],
  ['accepted', ['accepted'], 'rejected'],
  ['wrapping', ['accepted', 'wrapping'], 'accepted'],
  ['completed', ['accepted', 'completed'], 'wrapping'],
  ['rejected', ['rejected'], 'accepted'],
])('refuses to move a reservation that is %s (by %j) to %s', async (_, before, asked) => {
  const { taskSid } = await harness.start();
  const sid = (await harness.reservations(taskSid))[0]?.sid ?? '';
  for (const status of before) await update(taskSid, sid, status);
  const { status, body } = await update(taskSid, sid, asked);
  expect([status, body.code]).toEqual([400, 20001]);
});

it('refuses an update whose If-Match is out of date, and takes the current one', async () => {
  const { taskSid } = await harness.start();
  const sid = (await harness.reservations(taskSid))[0]?.sid ?? '';
  const etag = (await harness.get(`${taskPath(taskSid)}/Reservations/${sid}`)).headers.get('etag') ?? '';
  expect((await update(taskSid, sid, 'accepted', { 'If-Match': '"7"' })).status).toBe(412);
  expect((await update(taskSid, sid, 'accepted', { 'If-Match': etag })).status).toBe(200);
  expect((await update(taskSid, sid, 'wrapping', { 'If-Match': etag })).status).toBe(412);
});

it('lists reservations by status and by worker', async () => {
  const { taskSid } = await harness.start();
  await harness.twilio.declineTask(taskSid);
  const list = (query: string) => harness.list(`${taskPath(taskSid)}/Reservations?${query}`, 'reservations');
  expect((await list('ReservationStatus=rejected')).map((one) => one.worker_sid)).toEqual([ALICE]);
  expect((await list(`WorkerSid=${BOB}`)).map((one) => one.reservation_status)).toEqual(['pending']);
});

it('times a reservation out after 120 s: the worker is offline, the task goes on to the next', async () => {
  const { taskSid } = await harness.start();
  await harness.clock.advance(119);
  expect(await harness.offeredTo(taskSid)).toEqual([ALICE]);
  await harness.clock.advance(1);
  expect(await harness.offeredTo(taskSid)).toEqual([BOB]);
  const alice = await harness.get(`/v1/Workspaces/${WORKSPACE}/Workers/${ALICE}`);
  expect(alice.body).toMatchObject({ available: false, activity_name: 'Offline', activity_sid: OFFLINE });
  expect(harness.webhooks.types()).toEqual(
    expect.arrayContaining(['worker.activity.update', 'reservation.timeout', 'reservation.created']),
  );
});

it('cancels a task that nobody accepts within its time', async () => {
  const { taskSid } = await harness.start();
  await harness.clock.advance(24 * HOUR);
  expect(await harness.task(taskSid)).toMatchObject({
    assignment_status: 'canceled',
    reason: 'Task TTL Exceeded',
  });
  expect(harness.webhooks.of('task.canceled')).toMatchObject({
    TaskSid: taskSid,
    TaskAssignmentStatus: 'canceled',
    TaskCanceledReason: 'Task TTL Exceeded',
  });
});

it('cancels the pending reservation of a task whose time is up, and leaves the worker available', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { timeout: 100 });
  await harness.clock.advance(100);
  expect((await harness.reservations(taskSid))[0]).toMatchObject({
    worker_sid: BOB,
    reservation_status: 'canceled',
  });
  expect((await harness.get(`/v1/Workspaces/${WORKSPACE}/Workers/${BOB}`)).body.available).toBe(true);
});

it('does not count the time of a task once it is assigned', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { timeout: 100 });
  await harness.twilio.acceptTask(taskSid);
  await harness.clock.advance(HOUR);
  expect(await statusOf(taskSid)).toBe('assigned');
});

it('deletes a task silently five minutes after it is over', async () => {
  const { taskSid } = await harness.startAccepted();
  await harness.twilio.completeTask(taskSid);
  await harness.settled();
  const told = harness.webhooks.received.length;
  await harness.clock.advance(5 * MINUTE - 1);
  expect(await statusOf(taskSid)).toBe('completed');
  await harness.clock.advance(1);
  expect((await harness.get(taskPath(taskSid))).status).toBe(404);
  expect((await harness.get(`${taskPath(taskSid)}/Reservations`)).status).toBe(404);
  expect(harness.webhooks.received).toHaveLength(told);
});

it('removes a task that has been assigned for 24 hours, and frees its capacity', async () => {
  const { taskSid } = await harness.startAccepted();
  await harness.clock.advance(24 * HOUR - 1);
  expect(await statusOf(taskSid)).toBe('assigned');
  await harness.clock.advance(1);
  expect((await harness.get(taskPath(taskSid))).status).toBe(404);
  expect(harness.webhooks.of('task.system-deleted')).toMatchObject({
    TaskSid: taskSid,
    ResourceSid: taskSid,
  });
  const channel = await harness.get(`/v1/Workspaces/${WORKSPACE}/Workers/${ALICE}/Channels/web`);
  expect(channel.body.assigned_tasks).toBe(0);
});

it('counts wrap-up into the 24 hours', async () => {
  const { taskSid, reservationSid } = await harness.startAccepted();
  await harness.clock.advance(23 * HOUR);
  await update(taskSid, reservationSid, 'wrapping');
  await harness.clock.advance(HOUR);
  expect((await harness.get(taskPath(taskSid))).status).toBe(404);
});

it('changes attributes with an event, and not together with the status', async () => {
  const { taskSid } = await harness.startAccepted();
  expect((await harness.post(taskPath(taskSid), { Attributes: '{"topic":"refund"}' })).status).toBe(200);
  expect((await harness.task(taskSid)).attributes).toBe('{"topic":"refund"}');
  await harness.settled();
  expect(harness.webhooks.types()).toContain('task.updated');
  const both = await harness.post(taskPath(taskSid), { Attributes: '{}', AssignmentStatus: 'completed' });
  expect(both.status).toBe(400);
});

it('cancels a task by REST only before it is assigned', async () => {
  const { taskSid } = await harness.startAccepted();
  const refused = await harness.post(taskPath(taskSid), { AssignmentStatus: 'canceled', Reason: 'test' });
  expect(refused.status).toBe(400);
});
