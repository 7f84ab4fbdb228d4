import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADA, ALICE, type RunningProduct } from '../running-product';
import { acceptedByAlice, does, inFlex, pausedByAlice, resumes, seen, timers } from '../acts';
import { start } from '../fixture';

const dataDir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-restart-test-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

let running: RunningProduct;
afterEach(() => running.close());

it('keeps records, settings, timers, tasks, events and the time, and goes on', async () => {
  running = await start({ dataDir });
  const paused = await pausedByAlice(running, { timeLimit: 'PT1H', note: 'kept' });
  const toResume = await pausedByAlice(running);
  const wrapping = await acceptedByAlice(running);
  await does(running, ALICE, `${wrapping.path}/pause`);
  const look = async () => ({
    records: await Promise.all([paused, toResume, wrapping].map((begun) => seen(running, begun))),
    settings: (await running.get('/settings', ADA)).body as { version: number },
    timers: await timers(running),
    events: (await running.events()).filter(({ 'detail-type': type }) => type !== 'SettingsChanged'), // one for each start
  });
  const before = await look();
  expect(before.events.length).toBeGreaterThan(2);
  const time = running.product.clock.now();
  await running.close();

  running = await start({ dataDir }); // and turns Pause on again: one version more
  const { settings, ...after } = await look();
  expect({ ...after, settings: { ...settings, version: before.settings.version } }).toEqual(before);
  expect(running.product.clock.now().getTime()).toBeGreaterThanOrEqual(time.getTime());

  await inFlex(running, wrapping.taskSid, 'complete');
  expect(await seen(running, wrapping)).toMatchObject({ channelState: 'pause', task: null });
  expect(await resumes(running, ALICE, toResume.path)).toMatchObject({ routedTo: 'agent' });
  await running.advance('PT1H');
  expect((await seen(running, paused)).task?.purpose).toBe('reassign');
});
