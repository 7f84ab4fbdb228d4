import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { executionArnOf } from '../../../lambda/adapters/step-functions';
import { fromLocal } from '../../../operate/deployment/from-local';
import { productForEach } from '../../e2e/fixture';
import { ALICE, BOB, DEE } from '../../e2e/running-product';
import { sid } from '../../doubles/constants';
import { reconciled, RestoredTable } from './restored';

jest.setTimeout(120_000); // machines are shared

const running = productForEach();
const port = () => running().product.port;
afterEach(() => delete process.env['RESTORED_TABLE']);
beforeEach(() => running().set({ leave: { enabled: true } }));

interface Scene {
  readonly conversationSid: string;
  readonly path: string;
}

const paused = async (body: object = {}): Promise<Scene> => {
  const scene = await running().accepted();
  await pauseIt(scene, body);
  return scene;
};
const pauseIt = async ({ path }: Scene, body: object = {}, agent = ALICE) => {
  expect((await running().post(`${path}/pause`, agent, body)).status).toBe(200);
  expect((await running().post(`${path}/complete`, agent)).status).toBe(200);
};
const leaveIt = async ({ path }: Scene) => {
  expect((await running().post(`${path}/leave`, ALICE)).status).toBe(200);
  expect((await running().post(`${path}/complete`, ALICE)).status).toBe(200);
};
const writes = ({ conversationSid }: Scene) =>
  running().post(`/local/conversations/${conversationSid}/messages`, undefined, {
    from: 'customer',
    body: 'Hello',
  });
/** Of a conversation's view, what is looked at here; without a pause or a task, nobody looks at them. */
interface Seen {
  readonly channelState: string;
  readonly pause: { readonly pauseId: string; readonly pausedAt: string; readonly deadline: string };
  readonly task: { readonly taskSid: string | null };
}
const seen = async ({ path, conversationSid }: Scene): Promise<Seen> => {
  expect((await running().liveTasks(conversationSid)).length).toBeLessThanOrEqual(1);
  return (await running().get(path, DEE)).body as Seen;
};
const invites = () => running().twilioRequests.filter((request) => /^POST .*\/Invites$/.test(request)).length;
const waiting = async () =>
  ((await running().get('/local/timers')).body as { name: string; status: string }[])
    .filter(({ status }) => status === 'RUNNING')
    .map(({ name }) => name);

/** Something happens after the backup; the backup is put back; the command is run; the product goes on. */
async function afterRestoring(happens: () => Promise<unknown>): Promise<{ code: number; said: string }> {
  const backup = await RestoredTable.asOfNow();
  await happens();
  await backup.putBack();
  const result = await reconciled(port());
  expect(result.code).toBe(0);
  await running().advance('PT5M');
  return result;
}

it('until it is reconciled, nothing is changed; then all goes on', async () => {
  const scene = await paused();
  const backup = await RestoredTable.asOfNow();
  await backup.putBack();
  expect((await running().post(`${scene.path}/resume`, ALICE)).status).toBe(503);
  const plan = await reconciled(port(), {});
  expect(plan).toMatchObject({ code: 0, said: expect.stringContaining('Nothing is changed yet') as string });
  expect((await running().post(`${scene.path}/resume`, ALICE)).status).toBe(503);
  expect((await reconciled(port())).code).toBe(0);
  expect((await reconciled(port())).said).toContain('there is nothing to do');
  expect((await running().post(`${scene.path}/resume`, ALICE)).status).toBeLessThan(300);
});

it('what was paused since is paused until the same deadline', async () => {
  const scene = await running().accepted();
  let deadline = '';
  await afterRestoring(async () => {
    await pauseIt(scene);
    deadline = (await seen(scene)).pause.deadline;
  });
  expect(await seen(scene)).toMatchObject({ channelState: 'pause', task: null, pause: { deadline } });
  expect(await waiting()).toHaveLength(1);
  await running().advance('P14D');
  expect(await seen(scene)).toMatchObject({ channelState: 'active', pause: null });
  expect((await seen(scene)).task.taskSid).not.toBeNull();
});

it('what is wrapped up to a pause that began since is so still', async () => {
  const scene = await running().accepted();
  await afterRestoring(() => running().post(`${scene.path}/pause`, ALICE));
  expect(await seen(scene)).toMatchObject({ channelState: 'active', wrapUp: 'pause' });
  expect(await waiting()).toHaveLength(1);
});

it('a conversation that began since, and was paused, has a record', async () => {
  let scene: Scene | undefined;
  await afterRestoring(async () => (scene = await paused()));
  expect(await seen(scene!)).toMatchObject({ channelState: 'pause' });
  expect(await waiting()).toHaveLength(1);
});

it('what was resumed since is with its agent, and is not invited once more', async () => {
  const scene = await paused();
  let before = 0;
  await afterRestoring(async () => {
    await running().post(`${scene.path}/resume`, ALICE);
    before = invites();
  });
  expect(await seen(scene)).toMatchObject({
    channelState: 'active',
    pause: null,
    task: { status: 'assigned' },
  });
  expect(invites()).toBe(before);
  expect(await waiting()).toEqual([]);
});

it('what was resumed and paused again since has its second pause', async () => {
  const scene = await paused({ timeLimit: 'P2D' });
  await afterRestoring(async () => {
    await running().post(`${scene.path}/resume`, ALICE);
    await running().advance('PT1M'); // accepted for its agent
    await pauseIt(scene, { timeLimit: 'P5D' });
  });
  const { pause, channelState } = await seen(scene);
  expect(channelState).toBe('pause');
  // It is known from its timer, which starts a little after the pause.
  const limit = Date.parse(pause.deadline) - Date.parse(pause.pausedAt);
  expect(limit).toBeLessThanOrEqual(5 * 86_400_000);
  expect(limit).toBeGreaterThan(5 * 86_400_000 - 60_000);
  expect(await waiting()).toEqual([`${scene.conversationSid}-${pause.pauseId}-1`]);
});

it.each(['deadline', 'reply'])(
  'what its %s has brought back since waits with that very task',
  async (what) => {
    const scene = await running().accepted();
    if (what === 'deadline') await pauseIt(scene, { timeLimit: 'PT1H' });
    else await leaveIt(scene);
    let since: Partial<Seen['task']> = {};
    let before = 0;
    await afterRestoring(async () => {
      if (what === 'deadline') await running().advance('PT2H');
      else await writes(scene);
      since = (await seen(scene)).task;
      before = invites();
    });
    expect(since.taskSid).toMatch(/^WT/);
    expect(await seen(scene)).toMatchObject({ channelState: 'active', task: { taskSid: since.taskSid } });
    expect(invites()).toBe(before);
  },
);

it('what was ended since is closed', async () => {
  const scene = await paused();
  await afterRestoring(() => running().post(`${scene.path}/end`, ALICE));
  expect(await seen(scene)).toMatchObject({ channelState: 'closed' });
  expect(await waiting()).toEqual([]);
});

it('what was left since goes to the queue: nothing tells that it was left', async () => {
  const scene = await running().accepted();
  await afterRestoring(() => leaveIt(scene));
  expect(await seen(scene)).toMatchObject({ channelState: 'active', task: { status: 'pending' } });
});

it('a deadline that was changed since holds', async () => {
  const scene = await paused();
  let deadline = '';
  await afterRestoring(async () => {
    await running().ask('PATCH', `${scene.path}/pause`, ALICE, { timeLimit: 'P3D' });
    deadline = (await seen(scene)).pause.deadline;
  });
  expect((await seen(scene)).pause.deadline).toBe(deadline);
  expect(await waiting()).toHaveLength(1);
});

it('a pause whose timer is gone gets one under a new name', async () => {
  await paused();
  const [name] = await waiting();
  await afterRestoring(async () => {
    const { deployment } = await fromLocal(port());
    const executionArn = executionArnOf(deployment.stateMachineArn, name!);
    const client = new SFNClient({});
    await client.send(new StopExecutionCommand({ executionArn }));
    client.destroy();
  });
  expect(await waiting()).toEqual([name!.replace(/1$/, '2')]);
});

it('what the customer wrote to a left conversation, and nobody has heard of, brings it back', async () => {
  const scene = await running().accepted();
  await leaveIt(scene);
  const backup = await RestoredTable.asOfNow();
  await backup.putBack();
  await writes(scene); // the webhook is refused
  expect((await seen(scene)).channelState).toBe('inactive');
  await reconciled(port());
  await running().advance('PT5M');
  expect(await seen(scene)).toMatchObject({ channelState: 'active', task: { status: 'pending' } });
  expect(invites()).toBe(1);
});

it('a command that ends in the middle is run again, and then all goes on', async () => {
  const backup = await RestoredTable.asOfNow();
  const both = [await paused(), await running().accepted()];
  await pauseIt(both[1]!, {}, BOB); // TaskRouter takes turns
  await backup.putBack();
  let writes = 0;
  const broken = await reconciled(port(), { yes: true }, (sources) => ({
    ...sources,
    store: {
      ...sources.store,
      replace: (version, record) => {
        if (++writes > 1) throw new Error('the connection is gone');
        return sources.store.replace(version, record);
      },
    },
  }));
  expect(broken.code).toBe(1);
  expect(broken.said).toContain('could not be compared (Error)');
  expect(broken.said).toContain('1 changed, 0 same, 0 unknown, 1 failed');
  expect((await running().post(`${both[0]!.path}/resume`, ALICE)).status).toBe(503);

  const again = await reconciled(port());
  expect(again).toMatchObject({ code: 0 });
  expect(again.said).toContain('1 changed, 1 same, 0 unknown, 0 failed');
  for (const scene of both) expect(await seen(scene)).toMatchObject({ channelState: 'pause' });
  expect(await waiting()).toHaveLength(2);
});

it('a timer of a conversation that nothing else tells of is named, and does not keep the rest from going on', async () => {
  const scene = await paused();
  const conversationSid = sid('CH', 99);
  const { deployment } = await fromLocal(port());
  const client = new SFNClient({});
  await client.send(
    new StartExecutionCommand({
      stateMachineArn: deployment.stateMachineArn,
      name: `${conversationSid}-pause-1`,
      input: JSON.stringify({ v: 1, conversationSid, pauseId: 'pause', deadline: '2030-01-01T00:00:00Z' }),
    }),
  );
  client.destroy();
  await (await RestoredTable.asOfNow()).putBack();
  const { code, said } = await reconciled(port());
  expect(code).toBe(1);
  expect(said).toContain(`${conversationSid}: a timer waits for it, and neither the table nor TaskRouter`);
  expect((await running().post(`${scene.path}/resume`, ALICE)).status).toBeLessThan(300);
});
