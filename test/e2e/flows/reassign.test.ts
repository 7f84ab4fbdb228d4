import { DEMO_USERS } from '../../../local/twilio/demo';
import { ADA, ALICE, BOB, DEE } from '../running-product';
import {
  acceptedByAlice,
  does,
  goOffline,
  inFlex,
  nameOf,
  pausedByAlice,
  refusal,
  seen,
  timerStatuses,
} from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();
const BOBS = DEMO_USERS.find(({ name }) => name === 'Bob')!.workerSid!;

it('a supervisor gives a pause back to the queue, and whoever is next has it with its history', async () => {
  const begun = await pausedByAlice(running());
  const reassigned = await does(running(), DEE, `${begun.path}/reassign`);
  expect(reassigned).toMatchObject({
    channelState: 'active',
    pause: null,
    task: { purpose: 'reassign', status: 'pending' },
  });
  expect(await timerStatuses(running())).toEqual(['ABORTED']);
  await inFlex(running(), reassigned.task?.taskSid, 'accept');
  const { conversationSid, task } = await seen(running(), begun);
  expect([conversationSid, task?.status]).toEqual([begun.conversationSid, 'assigned']);
  expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
});

it('an admin gives a pause to Bob, who has it without a hand, and Alice hears of it no more', async () => {
  const begun = await pausedByAlice(running());
  await does(running(), ADA, `${begun.path}/reassign`, { workerSid: BOBS });
  await running().advance('PT1S');
  expect((await running().get(begun.path, BOB)).body).toMatchObject({
    workerName: 'Bob',
    task: { workerSid: BOBS, status: 'assigned', purpose: 'reassign' },
  });
  expect(refusal(await running().post(`${begun.path}/resume`, ALICE))).toBe('409 wrong-state');
});

it('what was left goes to Bob too', async () => {
  await running().set({ leave: { enabled: true } });
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/leave`);
  await does(running(), ALICE, `${begun.path}/complete`);
  await does(running(), DEE, `${begun.path}/reassign`, { workerSid: BOBS });
  await running().advance('PT1S');
  expect(await seen(running(), begun)).toMatchObject({ leave: null, workerName: 'Bob' });
});

it('from the wrap-up the task is over first, and there is only one afterwards', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await does(running(), DEE, `${begun.path}/reassign`, { workerSid: BOBS });
  await running().advance('PT1S');
  const { task, wrapUp, owed } = await seen(running(), begun);
  expect({ who: nameOf(task?.workerSid), wrapUp, owed }).toEqual({ who: 'Bob', wrapUp: null, owed: [] });
  expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
});

it('Bob, who is away, is refused, and the pause goes on', async () => {
  const begun = await pausedByAlice(running());
  await goOffline('Bob');
  const before = await seen(running(), begun);
  const answer = await running().post(`${begun.path}/reassign`, DEE, { workerSid: BOBS });
  expect(refusal(answer)).toBe('409 at-capacity');
  expect(await seen(running(), begun)).toEqual(before);
  expect(await timerStatuses(running())).toEqual(['RUNNING']);
});

it('sent again, it is answered with the conversation, and changes nothing', async () => {
  const begun = await pausedByAlice(running());
  await does(running(), DEE, `${begun.path}/reassign`, { workerSid: BOBS });
  await running().advance('PT1S');
  const before = await seen(running(), begun);
  const again = await running().post(`${begun.path}/reassign`, DEE, { workerSid: BOBS });
  expect(again).toMatchObject({ status: 200, body: before });
  expect(await seen(running(), begun)).toEqual(before);
});

it('while Twilio does not tell of Bob, nothing is changed', async () => {
  const begun = await pausedByAlice(running());
  const before = await seen(running(), begun);
  running().twilioFails = (request) => (request.includes(`/Workers/${BOBS}`) ? 503 : undefined);
  const answer = await running().post(`${begun.path}/reassign`, DEE, { workerSid: BOBS });
  expect(refusal(answer)).toBe('503 twilio-unavailable');
  expect(await seen(running(), begun)).toEqual(before);
});
