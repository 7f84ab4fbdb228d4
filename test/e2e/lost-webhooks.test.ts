import { ALICE, BOB, RunningProduct } from './running-product';

/** TaskRouter's webhooks never arrive: each is refused for its signature. The sweep finds all of it in the event list. */
let running: RunningProduct;

beforeEach(async () => {
  running = await RunningProduct.start();
  await running.set({ pause: { enabled: true } });
  process.env['PUBLIC_URL'] = 'https://elsewhere.example';
});
afterEach(() => running.close());

it('finds that an agent accepted', async () => {
  const { path } = await running.accepted();
  expect((await running.get(path, ALICE)).status).toBe(404);
  await running.post('/local/sweep');
  expect((await running.get(path, ALICE)).body).toMatchObject({
    channelState: 'active',
    task: { status: 'assigned' },
  });
});

it('finds that a wrap-up is over, and who accepted after the deadline', async () => {
  const { path, taskSid } = await running.accepted();
  await running.post('/local/sweep');
  await running.post(`${path}/pause`, ALICE);
  await running.post(`/local/tasks/${taskSid}/complete`);
  expect((await running.get(path, ALICE)).body).toMatchObject({ wrapUp: 'pause' });
  await running.post('/local/sweep');
  expect((await running.get(path, ALICE)).body).toMatchObject({ channelState: 'pause', wrapUp: null });

  await running.advance('P14D');
  const { body } = await running.get(path, ALICE);
  await running.post(`/local/tasks/${body.task.taskSid}/accept`);
  await running.post('/local/sweep');
  expect((await running.get(path, BOB)).body).toMatchObject({
    workerName: 'Bob',
    task: { status: 'assigned' },
  });
});

it('finds that a named invite was not taken, and invites through the workflow', async () => {
  await running.set({ pause: { acceptBy: 'client' } });
  const { path } = await running.accepted();
  await running.post('/local/sweep');
  await running.post(`${path}/pause`, ALICE);
  await running.post(`${path}/complete`, ALICE);
  await running.post(`${path}/resume`, ALICE);
  await running.advance('PT5M');
  expect((await running.get(path, ALICE)).body).toMatchObject({ task: { purpose: 'resume' }, owed: [] });
  expect(await running.liveTasks(path.replace('/conversations/', ''))).toHaveLength(1);
});

it('counts an event once, however often it is in the list', async () => {
  const { path } = await running.accepted();
  await running.post('/local/sweep');
  const { version } = (await running.get(path, ALICE)).body as { version: number };
  await running.post('/local/sweep');
  await running.post('/local/sweep');
  expect((await running.get(path, ALICE)).body).toMatchObject({ version });
});
