import { ALICE } from '../running-product';
import { acceptedByAlice, type Begun, CAROL, does, inFlex, refusal, seen } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

it('a task that its agent completes without Pause is looked after in two minutes, and its conversation invited', async () => {
  const begun = await acceptedByAlice(running());
  await inFlex(running(), begun.taskSid, 'complete');
  expect(await seen(running(), begun)).toMatchObject({ channelState: 'active', task: null });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([]);

  await running().advance('PT1M50S');
  expect((await seen(running(), begun)).task).toBeNull();
  await running().advance('PT15S');
  const { task } = await seen(running(), begun);
  expect(task?.purpose).toBe('repair');
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
  expect(await inFlex(running(), task?.taskSid, 'accept')).toBe('Bob');
  expect(await seen(running(), begun)).toMatchObject({ workerName: 'Bob', task: { status: 'assigned' } });
});

/** As before Pause was connected: its accept reaches nobody. */
async function acceptedUnheard(): Promise<Begun> {
  const { PUBLIC_URL } = process.env;
  process.env['PUBLIC_URL'] = 'https://not-connected.example';
  const begun = (await running().accepted()) as Begun;
  process.env['PUBLIC_URL'] = PUBLIC_URL;
  return begun;
}

it('a conversation from before can be paused with its task, by who holds it', async () => {
  const begun = await acceptedUnheard();
  expect(refusal(await running().get(begun.path, ALICE))).toBe('404 not-found');
  expect(refusal(await running().post(`${begun.path}/pause`, ALICE))).toBe('404 not-found');

  const { taskSid } = begun;
  expect(await does(running(), ALICE, `${begun.path}/pause`, { taskSid })).toMatchObject({ wrapUp: 'pause' });
  await does(running(), ALICE, `${begun.path}/complete`);
  expect(await does(running(), ALICE, `${begun.path}/resume`)).toMatchObject({ routedTo: 'agent' });
});

it('a conversation from before is not for another agent, and not by the task of another conversation', async () => {
  const begun = await acceptedUnheard();
  const other = await acceptedByAlice(running());
  const pause = (token: string, taskSid: string) => running().post(`${begun.path}/pause`, token, { taskSid });
  expect(refusal(await pause(CAROL, begun.taskSid))).toBe('403 not-authorized');
  expect(refusal(await pause(ALICE, other.taskSid))).toBe('404 not-found');
  expect(refusal(await pause(ALICE, 'WT' + '0'.repeat(32)))).toBe('404 not-found');
  expect(refusal(await running().get(begun.path, ALICE))).toBe('404 not-found');
});

it('a task that is still offered, and held by nobody, cannot be paused', async () => {
  const offered = await running().post('/local/conversations', undefined, { channelType: 'web' });
  const { conversationSid, taskSid } = offered.body as Begun;
  const answer = await running().post(`/conversations/${conversationSid}/pause`, ALICE, { taskSid });
  expect(refusal(answer)).toBe('404 not-found');
});
