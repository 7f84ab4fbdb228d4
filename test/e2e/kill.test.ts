import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALICE, RunningProduct } from './running-product';

/**
 * `kill -9` between any two calls with which one Pause and one Resume change something, in DynamoDB, Step Functions,
 * EventBridge or Twilio, before the first and after the last. Started again with the same DATA_DIR, and two minutes on,
 * nothing may be lost.
 */
const SCRIPT = join(__dirname, 'fixtures/killed-run.ts');
/** As the tests' own modules are: it starts in two thirds of the time that `tsx` takes. */
const COMPILED = join(__dirname, '../process-modules.cjs');

interface Prepared {
  readonly dataDir: string;
  readonly conversationSid: string;
}

let folder: string;
const prepared: Record<string, Prepared> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flex-leave-pause-kill-'));
  for (const command of ['pause', 'resume']) {
    const dataDir = join(folder, command);
    const running = await RunningProduct.start({ dataDir });
    await running.set({ pause: { enabled: true, timeLimit: 'PT1H' } });
    const { conversationSid, path } = await running.accepted();
    if (command === 'resume') {
      await running.post(`${path}/pause`, ALICE);
      await running.post(`${path}/complete`, ALICE);
    }
    await running.close();
    prepared[command] = { dataDir, conversationSid };
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

/** @returns whether it was killed; false: the command has fewer calls */
async function killed(dataDir: string, path: string, moment: number): Promise<boolean> {
  const args = ['--require', COMPILED, SCRIPT, dataDir, path, ALICE, String(moment)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (status !== null) expect(status).toBe(0);
  return signal === 'SIGKILL';
}

/** Runs `check` on the product as it is two minutes after a restart, for each moment of the command. */
async function atEachMoment(
  command: string,
  check: (running: RunningProduct, conversationSid: string) => Promise<void>,
): Promise<number> {
  const { dataDir: from, conversationSid } = prepared[command]!;
  for (let moment = 1; ; moment++) {
    const dataDir = join(folder, `${command}-${moment}`);
    await cp(from, dataDir, { recursive: true });
    if (!(await killed(dataDir, `/conversations/${conversationSid}/${command}`, moment))) return moment - 1;
    const running = await RunningProduct.start({ dataDir });
    await running.advance('PT2M');
    try {
      await check(running, conversationSid);
    } catch (error) {
      throw new Error(`Killed at moment ${moment} of ${command}`, { cause: error });
    } finally {
      await running.close();
    }
    await rm(dataDir, { recursive: true });
  }
}

it('loses no conversation when it is killed in the middle of a pause', async () => {
  const moments = await atEachMoment('pause', async (running, conversationSid) => {
    const path = `/conversations/${conversationSid}`;
    const { body } = await running.get(path, ALICE);
    const notPaused = body.pause === null;
    if (notPaused) {
      expect(body).toMatchObject({
        channelState: 'active',
        wrapUp: null,
        task: { status: 'assigned' },
        owed: [],
      });
      expect(await running.runningTimers()).toBe(0);
      return;
    }
    expect(body).toMatchObject({ wrapUp: 'pause', task: { status: 'wrapping' }, owed: [] });
    expect(await running.runningTimers()).toBe(1);
    expect((await running.post(`${path}/complete`, ALICE)).body).toMatchObject({
      channelState: 'pause',
      owed: [],
    });
    await running.advance('PT1H');
    expect((await running.get(path, ALICE)).body).toMatchObject({
      channelState: 'active',
      task: { purpose: 'reassign' },
    });
    expect(await running.liveTasks(conversationSid)).toHaveLength(1);
  });
  expect(moments).toBeGreaterThan(5);
}, 240_000);

it('loses no conversation when it is killed in the middle of a resume', async () => {
  const moments = await atEachMoment('resume', async (running, conversationSid) => {
    const path = `/conversations/${conversationSid}`;
    const { body } = await running.get(path, ALICE);
    if (body.pause !== null) {
      expect(body).toMatchObject({ channelState: 'pause', task: null, owed: [] });
      expect(await running.runningTimers()).toBe(1);
      return;
    }
    expect(await running.runningTimers()).toBe(0);
    expect(await running.liveTasks(conversationSid)).toHaveLength(1);
    expect(body).toMatchObject({ channelState: 'active', task: { purpose: 'resume' }, owed: [] });
  });
  expect(moments).toBeGreaterThan(7);
}, 240_000);
