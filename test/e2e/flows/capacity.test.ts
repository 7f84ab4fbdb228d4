import { DEMO_TWILIO } from '../../../local/settings';
import { ALICE, type RunningProduct } from '../running-product';
import {
  acceptedByAlice,
  does,
  goOffline,
  goOnline,
  inFlex,
  pausedByAlice,
  refusal,
  seen,
  twilio,
} from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

/** Customers come, and only Alice is there. */
async function onlyAlice(product: RunningProduct, customers: number): Promise<string[]> {
  await goOffline('Bob', 'Carol');
  const tasks: string[] = [];
  while (tasks.length < customers) {
    const answer = await product.post('/local/conversations', undefined, { channelType: 'web' });
    tasks.push((answer.body as { taskSid: string }).taskSid);
  }
  return tasks;
}

it('that is full gets no task before the pause, none during wrap-up, and one after it', async () => {
  const begun = await acceptedByAlice(running());
  const [second, waiting] = await onlyAlice(running(), 2);
  await inFlex(running(), second, 'accept');
  const offered = async () =>
    (await twilio(`/v1/Workspaces/${DEMO_TWILIO.workspaceSid}/Tasks/${waiting}`))['assignment_status'];
  expect(await offered()).toBe('pending');

  await does(running(), ALICE, `${begun.path}/pause`);
  expect(await offered()).toBe('pending');
  await does(running(), ALICE, `${begun.path}/complete`);
  expect(await offered()).toBe('reserved');
  expect(await inFlex(running(), waiting, 'accept')).toBe('Alice');
});

it('that is full sends a resume through the workflow, to whoever has room', async () => {
  const begun = await pausedByAlice(running());
  for (const task of await onlyAlice(running(), 2)) await inFlex(running(), task, 'accept');
  const resumed = await does(running(), ALICE, `${begun.path}/resume`);
  expect(resumed).toMatchObject({ routedTo: 'workflow', channelState: 'active' });
  await goOnline('Bob');
  expect(await inFlex(running(), resumed.task?.taskSid, 'accept')).toBe('Bob');
  expect(await seen(running(), begun)).toMatchObject({
    workerName: 'Bob',
    task: { purpose: 'resume', status: 'assigned' },
  });
});

it('that is full refuses a resume, where the settings say so, and the conversation stays paused', async () => {
  await running().set({ pause: { whenAtCapacity: 'refuse' } });
  const begun = await pausedByAlice(running());
  for (const task of await onlyAlice(running(), 2)) await inFlex(running(), task, 'accept');
  const before = await seen(running(), begun);
  expect(refusal(await running().post(`${begun.path}/resume`, ALICE))).toBe('409 at-capacity');
  expect(await seen(running(), begun)).toEqual(before);
});

it('with one place left takes a resume', async () => {
  await running().set({ pause: { whenAtCapacity: 'refuse' } });
  const begun = await pausedByAlice(running());
  for (const task of await onlyAlice(running(), 1)) await inFlex(running(), task, 'accept');
  expect(await does(running(), ALICE, `${begun.path}/resume`)).toMatchObject({ routedTo: 'agent' });
});

it('does not count the task of this very conversation that still wraps up', async () => {
  await running().set({ pause: { whenAtCapacity: 'refuse' } });
  const begun = await acceptedByAlice(running());
  await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  expect(await does(running(), ALICE, `${begun.path}/resume`)).toMatchObject({ routedTo: 'agent' });
});

it('of an agent who is not available is none', async () => {
  await running().set({ pause: { whenAtCapacity: 'refuse' } });
  const { path } = await pausedByAlice(running());
  await goOffline('Alice');
  expect(refusal(await running().post(`${path}/resume`, ALICE))).toBe('409 at-capacity');
});
