import { ALICE } from '../running-product';
import { acceptedByAlice, advanceTo, does, inFlex, nameOf, seen, timerStatuses, twilio } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

it('a pause begins with a wrap-up, in the record and in TaskRouter, and its timer runs already', async () => {
  const begun = await acceptedByAlice(running());
  const said = await running().post(`${begun.path}/pause`, ALICE);
  expect(said).toMatchObject({ status: 200, body: { channelState: 'active', wrapUp: 'pause', owed: [] } });
  const { task } = await seen(running(), begun);
  expect([task?.taskSid, task?.status, nameOf(task?.workerSid)]).toEqual([
    begun.taskSid,
    'wrapping',
    'Alice',
  ]);
  expect(await timerStatuses(running())).toEqual(['RUNNING']);
});

it('ends when the agent completes in Flex: paused, no task, and the agent out of the channel', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await inFlex(running(), begun.taskSid, 'complete');
  const { channelState, wrapUp, task, interactionSid, channelSid } = await seen(running(), begun);
  expect({ channelState, wrapUp, task }).toEqual({ channelState: 'pause', wrapUp: null, task: null });
  const { participants } = await twilio(
    `/v1/Interactions/${interactionSid}/Channels/${channelSid}/Participants`,
  );
  expect((participants as { type: string }[]).map(({ type }) => type)).toEqual(['customer']);
});

it('ends by /complete', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  expect(await running().post(`${begun.path}/complete`, ALICE)).toMatchObject({
    status: 200,
    body: { channelState: 'pause', wrapUp: null, task: null, owed: [] },
  });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([]);
});

it('turned off, a pause goes straight to pause', async () => {
  await running().set({ wrapUp: false });
  const begun = await acceptedByAlice(running());
  expect(await running().post(`${begun.path}/pause`, ALICE)).toMatchObject({
    status: 200,
    body: { channelState: 'pause', wrapUp: null, task: null },
  });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([]);
});

it('that nobody completes is ended with the task after 24 hours, and the conversation is paused', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await running().advance('PT24H1M');
  expect(await seen(running(), begun)).toMatchObject({ channelState: 'pause', wrapUp: null, task: null });
});

it('still going on at the deadline, is ended first, and then the conversation goes to the queue', async () => {
  const begun = await acceptedByAlice(running());
  const { pause } = await does(running(), ALICE, `${begun.path}/pause`, { timeLimit: 'PT1H' });
  await advanceTo(running(), pause!.deadline);
  const { channelState, wrapUp, task } = await seen(running(), begun);
  expect({ channelState, wrapUp, purpose: task?.purpose }).toEqual({
    channelState: 'active',
    wrapUp: null,
    purpose: 'reassign',
  });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
});

it('never closes the conversation at Twilio', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await inFlex(running(), begun.taskSid, 'complete');
  expect(await twilio(`/v1/Conversations/${begun.conversationSid}`)).toMatchObject({ state: 'active' });
});
