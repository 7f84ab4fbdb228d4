import { ALICE, BOB, DEE } from '../running-product';
import { acceptedByAlice, does, inFlex, leftByAlice, nameOf, refusal, seen, writes } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

beforeEach(() => running().set({ leave: { enabled: true } }));

it('is inactive at once, and says until when it waits', async () => {
  const begun = await acceptedByAlice(running());
  const left = await does(running(), ALICE, `${begun.path}/leave`, { reason: 'waits for the customer' });
  const { channelState, wrapUp, leave } = left;
  expect({ channelState, wrapUp, reason: leave?.reason }).toEqual({
    channelState: 'inactive',
    wrapUp: 'leave',
    reason: 'waits for the customer',
  });
  expect(Date.parse(leave!.expiresAt) - Date.parse(leave!.leftAt)).toBe(90 * 86_400_000);
});

it('comes back with the reply by one task, to any agent', async () => {
  const begun = await leftByAlice(running());
  await writes(running(), begun);
  await writes(running(), begun);
  await running().advance('PT3M'); // where this machine was too slow for the webhook, the sweep has done it
  const { channelState, leave, task } = await seen(running(), begun);
  expect({ channelState, leave, purpose: task?.purpose }).toEqual({
    channelState: 'active',
    leave: null,
    purpose: 'reply',
  });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
  const agent = await inFlex(running(), task?.taskSid, 'accept');
  expect(nameOf((await seen(running(), begun)).task?.workerSid)).toBe(agent);
});

it('comes back at once, with the webhook of the reply', async () => {
  const begun = await leftByAlice(running());
  await writes(running(), begun);
  const { task } = await seen(running(), begun);
  expect(task?.taskSid).toMatch(/^WT/);
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
});

it('comes back also while the agent wraps up, by one task that is not the old one', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/leave`);
  await writes(running(), begun);
  await running().advance('PT2M');
  const { task } = await seen(running(), begun);
  expect(task?.taskSid).not.toBe(begun.taskSid);
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
});

it.each(['agent', 'bot'] as const)('stays away when the %s writes', async (from) => {
  await running().set({ botIdentities: ['bot'] });
  const begun = await leftByAlice(running());
  await writes(running(), begun, from);
  await running().advance('PT2M');
  expect(await seen(running(), begun)).toMatchObject({ channelState: 'inactive', task: null });
});

it('is closed when nobody has written for as long as the settings said', async () => {
  await running().set({ leave: { expiresAfter: 'P2D' } });
  const begun = await leftByAlice(running());
  await running().advance('P1DT23H');
  expect((await seen(running(), begun)).channelState).toBe('inactive');
  await running().advance('PT1H1M');
  expect((await seen(running(), begun)).channelState).toBe('closed');
});

it('is refused while Leave is off, and to others than the holder', async () => {
  const begun = await acceptedByAlice(running());
  expect(refusal(await running().post(`${begun.path}/leave`, BOB, {}))).toBe('403 not-authorized');
  expect(refusal(await running().post(`${begun.path}/leave`, DEE, {}))).toBe('403 not-authorized');
  await running().set({ leave: { enabled: false } });
  expect(refusal(await running().post(`${begun.path}/leave`, ALICE, {}))).toBe('403 option-off');
});

it('keeps the paused conversation with its agent when the customer writes, and says so', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await does(running(), ALICE, `${begun.path}/complete`);
  await writes(running(), begun);
  const { channelState, customerRepliedAt } = await seen(running(), begun);
  expect(channelState).toBe('pause');
  expect(customerRepliedAt).not.toBeNull();
});
