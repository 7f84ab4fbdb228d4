import { ALICE, DEE } from '../running-product';
import { acceptedByAlice, changes, does, pausedByAlice, refusal, seen } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();
const DAY = 24 * 60 * 60;

async function lengthOf(begun: { path: string }): Promise<number> {
  const { pause } = await seen(running(), begun);
  return (Date.parse(pause!.deadline) - Date.parse(pause!.pausedAt)) / 1000;
}

it('is 14 days where nobody chooses', async () => {
  expect(await lengthOf(await pausedByAlice(running()))).toBe(14 * DAY);
});

it('changed in the settings, holds for new pauses only', async () => {
  const old = await pausedByAlice(running());
  const before = await seen(running(), old);
  await running().set({ pause: { timeLimit: 'PT8H' } });
  expect(await seen(running(), old)).toEqual(before);
  expect(await lengthOf(await pausedByAlice(running()))).toBe(DAY / 3);
});

it('changed while a pause lasts, leaves its deadline the moment of the reassignment', async () => {
  const old = await pausedByAlice(running(), { timeLimit: 'P2D' });
  await running().set({ pause: { timeLimit: 'PT8H' } });
  await running().advance('P1DT23H');
  expect((await seen(running(), old)).channelState).toBe('pause');
  await running().advance('PT1H');
  expect((await seen(running(), old)).task?.purpose).toBe('reassign');
});

it('may be chosen shorter, by time limit or by moment', async () => {
  expect(await lengthOf(await pausedByAlice(running(), { timeLimit: 'P1W' }))).toBe(7 * DAY);
  const begun = await acceptedByAlice(running());
  const until = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toISOString();
  const { pause } = await does(running(), ALICE, `${begun.path}/pause`, { until });
  expect(pause?.deadline).toBe(until.replace('.000Z', 'Z'));
});

it("an agent may choose the settings' limit to the second, and no more", async () => {
  await running().set({ pause: { timeLimit: 'PT8H' } });
  const { path } = await acceptedByAlice(running());
  const pause = (timeLimit: string) => running().post(`${path}/pause`, ALICE, { timeLimit });
  expect(refusal(await pause('PT8H1S'))).toBe('400 invalid-request');
  expect((await pause('PT8H')).status).toBe(200);
});

it('of the settings that held when the pause began is what its agent may extend to', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await running().set({ pause: { timeLimit: 'PT2H' } });
  const longer = (timeLimit: string) => running().ask('PATCH', `${begun.path}/pause`, ALICE, { timeLimit });
  expect(refusal(await longer('P14DT1S'))).toBe('400 invalid-request');
  expect((await longer('P14D')).status).toBe(200);
  expect(await lengthOf(begun)).toBe(14 * DAY);
});

it('a supervisor may extend up to 90 days from the beginning of the pause', async () => {
  const begun = await pausedByAlice(running());
  const { pause } = await changes(running(), DEE, begun.path, { timeLimit: 'P90D' });
  expect((Date.parse(pause!.deadline) - Date.parse(pause!.pausedAt)) / 1000).toBe(90 * DAY);
  const beyond = await running().ask('PATCH', `${begun.path}/pause`, DEE, { timeLimit: 'P90DT1S' });
  expect(refusal(beyond)).toBe('400 invalid-request');
});

it('beyond the 14 days of Flex is kept as well', async () => {
  await running().set({ pause: { timeLimit: 'P21D' } });
  const begun = await pausedByAlice(running());
  await running().advance('P20DT23H');
  expect((await seen(running(), begun)).channelState).toBe('pause');
  await running().advance('PT1H');
  expect((await seen(running(), begun)).task?.purpose).toBe('reassign');
});
