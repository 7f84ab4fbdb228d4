import type { Outcome } from '../../lambda/domain/outcome';
import type { Effect } from '../../lambda/domain/pending';
import { resumeIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import type { FakeReservation, FakeTask } from '../doubles/fake-resources';
import { paused, type Scene } from './scenes';
import { callsFromNow, record, recordSays, tried } from './tried';

/** Alice's Resume has invited her, and TaskRouter has still to offer her the task. */
async function invited(): Promise<Scene> {
  const scene = await paused();
  scene.deps.platform.reservesAtOnce = false;
  await resumeIt(scene.conversationSid, scene.deps.nextRun());
  return scene;
}

const task = ({ deps, conversationSid }: Scene): FakeTask => deps.twilio.liveTasks(conversationSid).at(-1)!;

/** TaskRouter offers it, and nobody tells us. */
function offered(scene: Scene, workerSid = ALICE): FakeReservation {
  const reservation = scene.deps.platform.reserve(task(scene), workerSid);
  scene.deps.loseNews();
  return reservation;
}

/** The record knows of the reservation, as its webhook tells it. */
function known(scene: Scene, { reservationSid, workerSid }: FakeReservation): void {
  recordSays(scene, { task: { ...record(scene).task!, reservationSid, workerSid, status: 'reserved' } });
}

/** It is accepted, as the record owes it. */
function accept(
  scene: Scene,
  change: Partial<Extract<Effect, { kind: 'accept' }>> = {},
  attempts = 1,
): Promise<Outcome> {
  const { inviteId } = record(scene).invite!;
  const { taskSid } = task(scene);
  return tried(scene, { kind: 'accept', inviteId, taskSid, by: 'server', inVain: 0, ...change }, attempts);
}

describe('the accept of an invite for its agent', () => {
  it('takes the reservation that a webhook has told, and looks for no other', async () => {
    const scene = await invited();
    known(scene, offered(scene));
    const calls = callsFromNow(scene);
    expect(await accept(scene)).toMatchObject({ result: 'accepted', byUs: true, task: { workerSid: ALICE } });
    expect(calls()).toEqual(['setReservation']);
  });

  it('looks for the reservation where no webhook has told it', async () => {
    const scene = await invited();
    offered(scene);
    const calls = callsFromNow(scene);
    expect(await accept(scene)).toMatchObject({ result: 'accepted', byUs: true, task: { workerSid: ALICE } });
    expect(calls()).toEqual(['reservations', 'setReservation']);
  });

  it.each(['refused', 'not-found'] as const)(
    'takes the one that is open now, where the one that was told is %s',
    async (kind) => {
      const scene = await invited();
      const stale = offered(scene);
      known(scene, stale);
      stale.status = 'rescinded';
      const open = offered(scene);
      scene.deps.twilio.fail('setReservation', kind);
      expect(await accept(scene)).toMatchObject({
        result: 'accepted',
        task: { reservationSid: open.reservationSid },
      });
    },
  );

  it('stays owed where Twilio does not answer', async () => {
    const scene = await invited();
    known(scene, offered(scene));
    scene.deps.twilio.fail('setReservation', 'unavailable');
    await expect(accept(scene)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it.each(['timeout', 'rejected', 'rescinded', 'canceled'])(
    'does not try a reservation that Twilio has ended: %s',
    async (status) => {
      const scene = await invited();
      offered(scene).status = status;
      const calls = callsFromNow(scene);
      expect(await accept(scene)).toMatchObject({ result: 'again' });
      expect(calls()).toEqual(['reservations']);
    },
  );

  it('is left to the client where the settings say so', async () => {
    const scene = await invited();
    known(scene, offered(scene));
    const calls = callsFromNow(scene);
    expect(await accept(scene, { by: 'client' })).toMatchObject({ result: 'again' });
    expect(calls()).toEqual(['reservations']);
  });

  it.each(['accepted', 'wrapping', 'completed'])(
    'is found done where the desk was first: %s',
    async (status) => {
      const scene = await invited();
      offered(scene).status = status;
      const calls = callsFromNow(scene);
      expect(await accept(scene)).toMatchObject({ result: 'accepted', task: { workerSid: ALICE } });
      expect(calls()).toEqual(['reservations']);
    },
  );
});

describe('an accept of a task that is not the current one any more is done without a call', () => {
  it('where the record has another task', async () => {
    const scene = await invited();
    const calls = callsFromNow(scene);
    expect(await accept(scene, { taskSid: sid('WT', 99) })).toEqual({ result: 'done' });
    expect(calls()).toEqual([]);
  });

  it('where the record has none', async () => {
    const scene = await invited();
    recordSays(scene, { task: null });
    const calls = callsFromNow(scene);
    expect(await accept(scene)).toEqual({ result: 'done' });
    expect(calls()).toEqual([]);
  });
});

describe('an accept that is found counts as ours', () => {
  it.each<{
    what: string;
    by: 'server' | 'client';
    attempts: number;
    inVain: number;
    byUs: boolean;
  }>([
    { what: 'not at the first try', by: 'server', attempts: 1, inVain: 0, byUs: false },
    { what: 'after one without an answer', by: 'server', attempts: 2, inVain: 0, byUs: true },
    { what: 'not where all before were in vain', by: 'server', attempts: 2, inVain: 1, byUs: false },
    { what: 'not where the client accepts', by: 'client', attempts: 2, inVain: 0, byUs: false },
  ])('$what', async ({ by, attempts, inVain, byUs }) => {
    const scene = await invited();
    offered(scene, BOB).status = 'accepted';
    expect(await accept(scene, { by, inVain }, attempts)).toMatchObject({ result: 'accepted', byUs });
  });
});

describe('a reservation that is not there is looked for again', () => {
  it.each([
    { seconds: 0, next: 15 },
    { seconds: 14, next: 15 },
    { seconds: 15, next: 110 },
    { seconds: 109, next: 110 },
    { seconds: 110, next: 220 },
  ])('$seconds s after the invite: $next s after it', async ({ seconds, next }) => {
    const scene = await invited();
    recordSays(scene, { invite: { ...record(scene).invite!, sentAt: scene.deps.in(-seconds) } });
    expect(await accept(scene, {}, 3)).toEqual({
      result: 'again',
      notBefore: scene.deps.in(next - seconds),
      change: { inVain: 3 },
    });
  });

  it('no more once Twilio has ended its task', async () => {
    const scene = await invited();
    const { taskSid } = task(scene);
    scene.deps.advance(110);
    const inviteId = 'any';
    const effect = { kind: 'accept', inviteId, taskSid, by: 'server', inVain: 0 } as const;
    expect(await tried(scene, effect)).toEqual({ result: 'task-over', taskSid, wasTaken: false });
  });
});
