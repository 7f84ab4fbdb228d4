import { ALICE, DEE } from '../running-product';
import { acceptedByAlice, advanceTo, changes, does, pausedByAlice, seen, timers } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

const plus = (moment: string, seconds: number) =>
  new Date(Date.parse(moment) + seconds * 1000).toISOString().replace('.000Z', 'Z');

async function timersByNumber(): Promise<string[]> {
  const all = await timers(running());
  return all.map(({ name, status }) => `${name.split('-').at(-1)} ${status}`).sort();
}

it('extends: counted from the beginning of the pause, the old deadline does nothing, the new one reassigns', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  const { pause: first } = await seen(running(), begun);
  await running().advance('PT30M');
  const { pause } = await changes(running(), ALICE, begun.path, { timeLimit: 'PT3H' });
  const deadline = plus(first!.pausedAt, 3 * 3600);
  expect(pause).toEqual({ ...first, deadline, mark: 'within-24-hours' });

  await advanceTo(running(), first!.deadline, 120_000);
  expect((await seen(running(), begun)).channelState).toBe('pause');
  await advanceTo(running(), pause!.deadline);
  expect((await seen(running(), begun)).task?.purpose).toBe('reassign');
});

it('shortens: the new deadline reassigns', async () => {
  const begun = await pausedByAlice(running());
  const { pause } = await changes(running(), ALICE, begun.path, { timeLimit: 'PT10M' });
  await advanceTo(running(), pause!.deadline);
  expect((await seen(running(), begun)).task?.purpose).toBe('reassign');
});

it('starts a timer under the next number and stops the old one, each time', async () => {
  const begun = await pausedByAlice(running());
  await changes(running(), ALICE, begun.path, { timeLimit: 'P2D' });
  expect(await timersByNumber()).toEqual(['1 ABORTED', '2 RUNNING']);
  await changes(running(), DEE, begun.path, { timeLimit: 'P20D' });
  expect(await timersByNumber()).toEqual(['1 ABORTED', '2 ABORTED', '3 RUNNING']);
});

it('of the note alone leaves deadline and timer as they are', async () => {
  const begun = await pausedByAlice(running(), { note: 'first' });
  const { pause: before } = await seen(running(), begun);
  expect((await changes(running(), ALICE, begun.path, { note: 'second' })).pause).toEqual({
    ...before,
    note: 'second',
  });
  expect(await timersByNumber()).toEqual(['1 RUNNING']);
});

it('of the deadline alone leaves the note as it is', async () => {
  const begun = await pausedByAlice(running(), { note: 'first' });
  const { pause } = await changes(running(), ALICE, begun.path, { timeLimit: 'P1D' });
  expect(pause?.note).toBe('first');
});

it('to the same as before changes nothing at all', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'P1D', note: 'first' });
  const before = await seen(running(), begun);
  await changes(running(), DEE, begun.path, { timeLimit: 'P1D', note: 'first' });
  await changes(running(), DEE, begun.path, {});
  expect(await seen(running(), begun)).toEqual(before);
});

it('is possible during the wrap-up', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  const changed = await changes(running(), ALICE, begun.path, { timeLimit: 'PT1H' });
  expect(changed).toMatchObject({ channelState: 'active', wrapUp: 'pause' });
  await does(running(), ALICE, `${begun.path}/complete`);
  await advanceTo(running(), changed.pause!.deadline);
  expect((await seen(running(), begun)).task?.purpose).toBe('reassign');
});
