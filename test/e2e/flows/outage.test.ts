import { ALICE } from '../running-product';
import { acceptedByAlice, does, pausedByAlice, refusal, seen, twilio } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

/** Twilio fails for calls that match. */
function fail(calls: RegExp, failure: number | 'reset' = 503): void {
  running().twilioFails = (request) => (calls.test(request) ? failure : undefined);
}
const recover = () => (running().twilioFails = () => undefined);

it.each([503, 429, 'reset'] as const)(
  'a pause whose wrap-up Twilio does not take (%s) is recorded, and carried out later',
  async (failure) => {
    const begun = await acceptedByAlice(running());
    fail(/^POST .*Participants/, failure);
    expect(await running().post(`${begun.path}/pause`, ALICE)).toMatchObject({
      status: 202,
      body: { wrapUp: 'pause', task: { status: 'assigned' }, owed: ['wrap-up-task'] },
    });
    recover();
    await running().advance('PT5M');
    expect(await seen(running(), begun)).toMatchObject({ task: { status: 'wrapping' }, owed: [] });
  },
);

it('a pause that is repeated after an outage carries out what it owes, and answers 200', async () => {
  const begun = await acceptedByAlice(running());
  fail(/^POST .*Participants/);
  await does(running(), ALICE, `${begun.path}/pause`);
  recover();
  expect(await running().post(`${begun.path}/pause`, ALICE)).toMatchObject({
    status: 200,
    body: { task: { status: 'wrapping' }, owed: [] },
  });
});

it('a resume whose invite Twilio does not take is recorded, and invited later, once', async () => {
  const begun = await pausedByAlice(running());
  fail(/^POST .*Invites/);
  expect(await running().post(`${begun.path}/resume`, ALICE)).toMatchObject({
    status: 202,
    body: { channelState: 'active', task: { taskSid: null, status: 'pending', purpose: 'resume' } },
  });
  recover();
  await running().advance('PT5M');
  const { task, owed } = await seen(running(), begun);
  expect([task?.status, owed]).toEqual(['assigned', []]);
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
});

it('an End that Twilio does not take is closed in the record, and at Twilio later', async () => {
  const begun = await pausedByAlice(running());
  fail(/^POST .*Channels/);
  expect(await running().post(`${begun.path}/end`, ALICE)).toMatchObject({
    status: 202,
    body: { channelState: 'closed', owed: ['close-channel'] },
  });
  recover();
  await running().advance('PT5M');
  expect((await seen(running(), begun)).owed).toEqual([]);
  expect(await twilio(`/v1/Conversations/${begun.conversationSid}`)).toMatchObject({ state: 'closed' });
});

it('a resume is refused while the capacity cannot be read, and changes nothing', async () => {
  const begun = await pausedByAlice(running());
  const before = await seen(running(), begun);
  fail(/^GET .*Workers/);
  const answer = await running().post(`${begun.path}/resume`, ALICE);
  expect(refusal(answer)).toBe('503 twilio-unavailable');
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await seen(running(), begun)).toEqual(before);
});

it('a pause is refused while neither messages nor timers can be read, and goes on with one of the two', async () => {
  const begun = await acceptedByAlice(running());
  const before = await seen(running(), begun);
  fail(/^GET .v1.Conversations/);
  expect(refusal(await running().post(`${begun.path}/pause`, ALICE))).toBe('503 twilio-unavailable');
  expect(await seen(running(), begun)).toEqual(before);
  fail(/^GET .v1.Conversations.*Messages/);
  expect((await running().post(`${begun.path}/pause`, ALICE)).status).toBe(200);
});

it('a pause by task is refused while the task cannot be read', async () => {
  fail(/^GET .*Tasks/);
  const path = `/conversations/CH${'0'.repeat(32)}/pause`;
  const answer = await running().post(path, ALICE, { taskSid: `WT${'0'.repeat(32)}` });
  expect(refusal(answer)).toBe('503 twilio-unavailable');
});
