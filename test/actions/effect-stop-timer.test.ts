import { paused } from './scenes';
import { tried } from './tried';

/** A pause, and the name of its timer. */
async function timed() {
  const scene = await paused();
  const [execution] = scene.deps.timer.running();
  return { ...scene, name: execution!.name };
}

describe('a timer is stopped', () => {
  it('once', async () => {
    const scene = await timed();
    expect(await tried(scene, { kind: 'stop-timer', name: scene.name, until: null })).toEqual({
      result: 'done',
    });
    expect(scene.deps.timer.running()).toEqual([]);
  });

  it('and once more, where its start may still be under way, when that cannot be any more', async () => {
    const scene = await timed();
    const until = scene.deps.in(1);
    const outcome = await tried(scene, { kind: 'stop-timer', name: scene.name, until });
    expect(outcome).toEqual({ result: 'again', notBefore: until });
  });

  it('for the last time at that moment', async () => {
    const scene = await timed();
    const outcome = await tried(scene, { kind: 'stop-timer', name: scene.name, until: scene.deps.in(0) });
    expect(outcome).toEqual({ result: 'done' });
  });
});
