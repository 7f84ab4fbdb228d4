import { ALICE, AVAILABLE, BOB, DEE, Harness, WORKSPACE } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const availability = async () =>
  Object.fromEntries((await harness.twilio.agents()).map(({ name, available }) => [name, available]));

it('are told with whether they are available: agents are at first, the admin is no worker', async () => {
  expect(await availability()).toEqual({ Alice: true, Bob: true, Carol: true, Dee: false, Ada: null });
});

it('an agent who goes offline is offered nothing, and hears of it when back', async () => {
  for (const { workerSid } of await harness.twilio.agents())
    if (workerSid !== null) await harness.twilio.changeAvailability(workerSid, false);
  const { taskSid } = await harness.start();
  expect(await harness.offeredTo(taskSid)).toEqual([]);
  expect(await harness.twilio.changeAvailability(BOB, true)).toEqual({ workerSid: BOB, available: true });
  expect(await harness.offeredTo(taskSid)).toEqual([BOB]);
  expect(await availability()).toMatchObject({ Alice: false, Bob: true });
});

it('the change is told as a change of activity', async () => {
  await harness.twilio.changeAvailability(ALICE, false);
  await harness.settled();
  expect(harness.webhooks.of('worker.activity.update')).toMatchObject({
    WorkerSid: ALICE,
    WorkerActivityName: 'Offline',
  });
});

it('one who lets an offer lapse is not available any more', async () => {
  await harness.start();
  await harness.clock.advance(150);
  expect(await availability()).toMatchObject({ Alice: false, Bob: true });
});

it('one who is deleted is no worker any more', async () => {
  await harness.send('DELETE', `/v1/Workspaces/${WORKSPACE}/Workers/${DEE}`);
  expect(await availability()).toMatchObject({ Dee: null });
  await expect(harness.twilio.changeAvailability(DEE, true)).rejects.toMatchObject({ status: 404 });
});

it('is what Twilio tells', async () => {
  await harness.twilio.changeAvailability(DEE, true);
  const { body } = await harness.get(`/v1/Workspaces/${WORKSPACE}/Workers/${DEE}`);
  expect(body.activity_sid).toBe(AVAILABLE);
});
