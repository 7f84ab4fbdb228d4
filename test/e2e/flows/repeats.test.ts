import { ADA, ALICE, DEE } from '../running-product';
import { acceptedByAlice, does, inFlex, pausedByAlice, refusal, resumes, seen, timers } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

/** The same command twice: the second answers 200 with the record as it is, and changes nothing. */
async function repeats(method: string, path: string, body: object, token = ALICE): Promise<void> {
  const conversation = { path: path.split('/').slice(0, 3).join('/') };
  const before = await seen(running(), conversation);
  const timersBefore = await timers(running());
  const tasksBefore = await running().liveTasks(before.conversationSid);

  const again = await running().ask(method, path, token, body);
  expect(again).toMatchObject({ status: 200, body: before });
  expect(await seen(running(), conversation)).toEqual(before);
  expect(await timers(running())).toEqual(timersBefore);
  expect(await running().liveTasks(before.conversationSid)).toEqual(tasksBefore);
}

it('of Pause, during wrap-up and after it, with the keys in another order', async () => {
  const begun = await acceptedByAlice(running());
  const path = `${begun.path}/pause`;
  await does(running(), ALICE, path, { note: 'n', timeLimit: 'PT1H' });
  await repeats('POST', path, { timeLimit: 'PT1H', note: 'n' });
  await inFlex(running(), begun.taskSid, 'complete');
  await repeats('POST', path, { note: 'n', timeLimit: 'PT1H' });
});

it('of Pause until a moment that is near by now', async () => {
  const begun = await acceptedByAlice(running());
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 90_000).toISOString();
  await does(running(), ALICE, `${begun.path}/pause`, { until });
  await running().advance('PT60S');
  await repeats('POST', `${begun.path}/pause`, { until });
});

it('of Complete', async () => {
  const { path } = await pausedByAlice(running());
  await repeats('POST', `${path}/complete`, {});
});

it('of Resume, with what it was answered', async () => {
  const { path } = await pausedByAlice(running());
  await resumes(running(), ALICE, path);
  await repeats('POST', `${path}/resume`, {});
  expect(await running().post(`${path}/resume`, ALICE)).toMatchObject({
    body: { routedTo: 'agent', task: { status: 'assigned' } },
  });
});

it('of Resume by a supervisor without a worker', async () => {
  const { path } = await pausedByAlice(running());
  await resumes(running(), ADA, path);
  await repeats('POST', `${path}/resume`, {}, ADA);
});

it('of a changed deadline', async () => {
  const { path } = await pausedByAlice(running());
  await running().ask('PATCH', `${path}/pause`, ALICE, { timeLimit: 'P2D' });
  await repeats('PATCH', `${path}/pause`, { timeLimit: 'P2D' });
});

it('of End, with its wrap-up and after it', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/end`);
  await repeats('POST', `${begun.path}/end`, {});
  await inFlex(running(), begun.taskSid, 'complete');
  await repeats('POST', `${begun.path}/end`, {});
});

it('works with the option turned off since', async () => {
  const { path } = await acceptedByAlice(running());
  await does(running(), ALICE, `${path}/pause`, { timeLimit: 'PT1H' });
  await running().set({ pause: { enabled: false } });
  await repeats('POST', `${path}/pause`, { timeLimit: 'PT1H' });
  await does(running(), ALICE, `${path}/complete`);
  await resumes(running(), ALICE, path);
  await repeats('POST', `${path}/resume`, {});
});

it('is none with another body, or by somebody else: wrong-state', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`, { timeLimit: 'PT1H' });
  const before = await seen(running(), begun);
  for (const body of [{}, { timeLimit: 'PT2H' }, { timeLimit: 'PT1H', note: 'n' }]) {
    expect(refusal(await running().post(`${begun.path}/pause`, ALICE, body))).toBe('409 wrong-state');
  }
  expect(await seen(running(), begun)).toEqual(before);

  await does(running(), ALICE, `${begun.path}/complete`);
  await resumes(running(), ALICE, begun.path);
  expect(refusal(await running().post(`${begun.path}/resume`, DEE))).toBe('409 wrong-state');
});

it('is none after something else has happened: what paused once may pause again', async () => {
  const { path } = await pausedByAlice(running());
  await resumes(running(), ALICE, path);
  await does(running(), ALICE, `${path}/pause`);
  await does(running(), ALICE, `${path}/complete`);
  expect(await timers(running())).toHaveLength(2);
});
