import { ALICE, AVAILABLE, BOB, CAROL, Harness, OFFLINE, taskPath, WORKSPACE } from './harness';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

/** Ends the process at this moment, as `kill -9` would, and starts another from what was written. */
async function restart(): Promise<void> {
  const { state, clock } = harness;
  const disk = structuredClone(state.disk);
  await harness.close();
  harness = await Harness.open(disk, clock.now().toISOString());
}

it('keeps what was answered', async () => {
  const { conversationSid, channel, taskSid, reservationSid } = await harness.startAccepted();
  const invited = await harness.invite(channel, { priority: 4 });
  const { messageSid } = await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
  await restart();
  expect(await harness.reservations(taskSid)).toMatchObject([
    { sid: reservationSid, reservation_status: 'accepted' },
  ]);
  expect(await harness.task(invited.taskSid)).toMatchObject({ assignment_status: 'reserved', priority: 4 });
  expect(await harness.agentOf(channel, taskSid)).toBeDefined();
  expect((await harness.list(`${channel}/Invites`, 'invites')).map(({ sid }) => sid)).toContain(
    invited.body.sid,
  );
  const [message] = await harness.list(`/v1/Conversations/${conversationSid}/Messages`, 'messages');
  expect(message?.sid).toBe(messageSid);
});

it('answers only what is written', async () => {
  const { taskSid, reservationSid } = await harness.startAccepted();
  const writing = harness.state.stall();
  let answered = false;
  const update = harness.post(`${taskPath(taskSid)}/Reservations/${reservationSid}`, {
    ReservationStatus: 'wrapping',
  });
  void update.then(() => (answered = true));
  await writing.waiting;
  await harness.get('/v1/Nothing'); // needs no writing: time enough for the other answer
  expect(answered).toBe(false);
  writing.goOn();
  expect((await update).status).toBe(200);
});

it('keeps the event list and its order', async () => {
  const { taskSid } = await harness.startAccepted();
  const events = `/v1/Workspaces/${WORKSPACE}/Events?StartDate=2026-11-02T09:00:00Z`;
  const before = (await harness.list(events, 'events')).map(({ sid }) => sid);
  await restart();
  await harness.twilio.completeTask(taskSid);
  const after = (await harness.list(events, 'events')).map(({ sid }) => sid);
  expect(after.slice(-before.length)).toEqual(before);
});

it('keeps who has idled longest', async () => {
  await harness.startAccepted();
  await restart();
  const { taskSid } = await harness.start();
  expect(await harness.offeredTo(taskSid)).toEqual([BOB]);
});

it('offers a task that waits to the first agent who comes', async () => {
  for (const sid of [ALICE, BOB, CAROL]) await harness.setActivity(sid, OFFLINE);
  const { taskSid } = await harness.start();
  await restart();
  expect(await harness.offeredTo(taskSid)).toEqual([]);
  await harness.setActivity(ALICE, AVAILABLE);
  expect(await harness.offeredTo(taskSid)).toEqual([ALICE]);
});

it('times a reservation out when it would have', async () => {
  const { taskSid } = await harness.start();
  await harness.clock.advance(MINUTE);
  await restart();
  await harness.clock.advance(59);
  expect(await harness.reservations(taskSid)).toMatchObject([{ reservation_status: 'pending' }]);
  await harness.clock.advance(1);
  expect((await harness.reservations(taskSid))[0]?.reservation_status).toBe('timeout');
});

it('cancels a task at its time', async () => {
  const { channel } = await harness.startAccepted();
  const { taskSid } = await harness.invite(channel, { timeout: 100 });
  await restart();
  await harness.clock.advance(100);
  expect((await harness.task(taskSid)).reason).toBe('Task TTL Exceeded');
});

it('removes a task that was assigned 24 hours ago', async () => {
  const { taskSid } = await harness.startAccepted();
  await harness.clock.advance(23 * HOUR);
  await restart();
  await harness.clock.advance(HOUR);
  expect((await harness.get(taskPath(taskSid))).status).toBe(404);
});

it('deletes a completed task after five minutes', async () => {
  const { taskSid } = await harness.startAccepted();
  await harness.twilio.completeTask(taskSid);
  await restart();
  await harness.clock.advance(5 * MINUTE);
  expect((await harness.get(taskPath(taskSid))).status).toBe(404);
});

it('does not send webhooks of before again', async () => {
  await harness.start();
  await restart();
  await harness.settled();
  expect(harness.webhooks.received).toEqual([]);
});
