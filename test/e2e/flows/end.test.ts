import { ADA, ALICE, DEE } from '../running-product';
import {
  acceptedByAlice,
  advanceTo,
  type Begun,
  does,
  inFlex,
  pausedByAlice,
  refusal,
  seen,
  timerStatuses,
  twilio,
} from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

async function expectOver(begun: Begun): Promise<void> {
  const { channelState, wrapUp, task, pause, owed, interactionSid, channelSid } = await seen(
    running(),
    begun,
  );
  expect({ channelState, wrapUp, task, pause, owed }).toEqual({
    channelState: 'closed',
    wrapUp: null,
    task: null,
    pause: null,
    owed: [],
  });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([]);
  expect(await twilio(`/v1/Conversations/${begun.conversationSid}`)).toMatchObject({ state: 'closed' });
  expect(await twilio(`/v1/Interactions/${interactionSid}/Channels/${channelSid}`)).toMatchObject({
    status: 'closed',
  });
}

it('by the holder closes the conversation, and the holder wraps up', async () => {
  const begun = await acceptedByAlice(running());
  expect(await running().post(`${begun.path}/end`, ALICE)).toMatchObject({
    status: 200,
    body: { channelState: 'closed', wrapUp: 'end', task: { taskSid: begun.taskSid, status: 'wrapping' } },
  });
  expect(await does(running(), ALICE, `${begun.path}/complete`)).toMatchObject({ wrapUp: null, task: null });
  await expectOver(begun);
});

it('by the holder, completed in Flex', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/end`);
  await inFlex(running(), begun.taskSid, 'complete');
  await expectOver(begun);
});

it('by the holder leaves no wrap-up, where that is off', async () => {
  await running().set({ wrapUp: false });
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/end`);
  await expectOver(begun);
});

it('while paused closes the conversation and stops the timer', async () => {
  const begun = await pausedByAlice(running());
  await does(running(), ALICE, `${begun.path}/end`);
  await expectOver(begun);
  expect(await timerStatuses(running())).toEqual(['ABORTED']);
});

it('while wrapping up to a pause ends the wrap-up too', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await does(running(), ALICE, `${begun.path}/end`);
  await expectOver(begun);
  expect(await timerStatuses(running())).toEqual(['ABORTED']);
});

it.each([
  ['supervisor', DEE],
  ['admin without a worker', ADA],
])('by a %s ends the task of the agent who holds it', async (_, token) => {
  const begun = await acceptedByAlice(running());
  await does(running(), token, `${begun.path}/end`);
  await expectOver(begun);
});

it('by a supervisor ends a pause', async () => {
  const begun = await pausedByAlice(running());
  await does(running(), DEE, `${begun.path}/end`);
  await expectOver(begun);
});

it('while an invite waits for its agent ends that task', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  const { pause } = await seen(running(), begun);
  await advanceTo(running(), pause!.deadline);
  expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
  await does(running(), DEE, `${begun.path}/end`);
  await expectOver(begun);
});

it('is for good: nothing moves afterwards', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await does(running(), ALICE, `${begun.path}/end`);
  const before = await seen(running(), begun);
  for (const command of ['pause', 'resume', 'complete']) {
    const answer = await running().post(`${begun.path}/${command}`, ALICE);
    expect(refusal(answer)).toBe('409 wrong-state');
    expect(answer.body).toMatchObject({ channelState: 'closed' });
  }
  await running().advance('P1D');
  expect(await seen(running(), begun)).toEqual(before);
});

it('in Twilio, by a call that sends no webhook, is found within a minute of the pause', async () => {
  const begun = await pausedByAlice(running());
  await twilio(`/v1/Conversations/${begun.conversationSid}`, { State: 'closed' });
  await running().advance('PT1M');
  expect((await seen(running(), begun)).channelState).toBe('closed');
  expect(await timerStatuses(running())).toEqual(['ABORTED']);
});
