import { ADA, ALICE, RunningProduct } from '../running-product';
import { does, inFlex, pausedByAlice, refusal, seen, timers } from '../acts';

jest.setTimeout(30_000);

let running: RunningProduct;
beforeEach(async () => {
  running = await RunningProduct.start();
});
afterEach(() => running.close());

it('is off at first', async () => {
  expect(await running.get('/settings', ADA)).toMatchObject({
    body: { version: 0, pause: { enabled: false }, leave: { enabled: false } },
  });
});

it('off, refuses a pause and changes nothing', async () => {
  const begun = await running.accepted();
  const before = await seen(running, begun);
  expect(refusal(await running.post(`${begun.path}/pause`, ALICE))).toBe('403 option-off');
  expect(await seen(running, begun)).toEqual(before);
  expect(await timers(running)).toEqual([]);
});

it('off, leaves the agent End', async () => {
  const { path } = await running.accepted();
  expect(await does(running, ALICE, `${path}/end`)).toMatchObject({ channelState: 'closed' });
});

it('turned off, lets what is paused go on: resume and deadline', async () => {
  await running.set({ pause: { enabled: true } });
  const resumed = await pausedByAlice(running);
  const reassigned = await pausedByAlice(running, { timeLimit: 'PT1H' });
  await running.set({ pause: { enabled: false } });

  expect(await does(running, ALICE, `${resumed.path}/resume`)).toMatchObject({ routedTo: 'agent' });
  await running.advance('PT1H');
  const { channelState, task } = await seen(running, reassigned);
  expect([channelState, task?.purpose]).toEqual(['active', 'reassign']);
});

it('turned off, still lets the wrap-up to a pause end as a pause', async () => {
  await running.set({ pause: { enabled: true } });
  const begun = await running.accepted();
  await does(running, ALICE, `${begun.path}/pause`);
  await running.set({ pause: { enabled: false } });
  await inFlex(running, begun.taskSid, 'complete');
  expect(await seen(running, begun)).toMatchObject({ channelState: 'pause', task: null });
});
