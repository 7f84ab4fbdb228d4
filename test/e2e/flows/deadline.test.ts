import { ALICE, DEE } from '../running-product';
import { advanceTo, inFlex, pausedByAlice, refusal, seen, timerStatuses } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

it('is kept to the second: paused one second before, in the queue after', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  const { pause } = await seen(running(), begun);
  await advanceTo(running(), pause!.deadline, -1000);
  expect(await seen(running(), begun)).toMatchObject({ channelState: 'pause', task: null });
  await advanceTo(running(), pause!.deadline);
  const { channelState, task, pause: none } = await seen(running(), begun);
  expect({ channelState, purpose: task?.purpose, none }).toEqual({
    channelState: 'active',
    purpose: 'reassign',
    none: null,
  });
  expect(await timerStatuses(running())).toEqual(['SUCCEEDED']);
});

it('brings one task, in the queue that the conversation came from, for whoever is next', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  const { queueSid } = await seen(running(), begun);
  await running().advance('PT1H');
  const after = await seen(running(), begun);
  expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
  expect(await inFlex(running(), after.task?.taskSid, 'decline')).not.toBe('Alice');
  expect(after.queueSid).toBe(queueSid);
});

it('passed, leaves a resume nothing to do', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await running().advance('PT1H');
  const before = await seen(running(), begun);
  for (const token of [ALICE, DEE]) {
    const answer = await running().post(`${begun.path}/resume`, token);
    expect(refusal(answer)).toBe('409 wrong-state');
    expect(answer.body).toMatchObject({ channelState: 'active' });
  }
  expect(await seen(running(), begun)).toEqual(before);
});

it('of each of several pauses is its own', async () => {
  const lengths = ['PT1H', 'PT2H', 'PT3H'];
  const all = [];
  for (const timeLimit of lengths) all.push(await pausedByAlice(running(), { timeLimit }));
  const states: string[] = [];
  while (states.length < lengths.length) {
    await running().advance('PT1H');
    const now = await Promise.all(all.map((begun) => seen(running(), begun)));
    states.push(now.map(({ channelState }) => channelState).join());
  }
  expect(states).toEqual(['active,pause,pause', 'active,active,pause', 'active,active,active']);
});
