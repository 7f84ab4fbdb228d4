import { ALICE } from '../running-product';
import { acceptedByAlice, does, inFlex, nameOf, pausedByAlice, seen } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

it('a resume that its agent does not take goes through the workflow to another, and leaves no task behind', async () => {
  await running().set({ pause: { acceptBy: 'client' } });
  const begun = await pausedByAlice(running());
  const named = (await does(running(), ALICE, `${begun.path}/resume`)).task?.taskSid;
  await running().advance('PT1M');
  expect(await running().liveTasks(begun.conversationSid)).toEqual([named]);

  await running().advance('PT2M'); // ended after 100 s, and the next one after another minute
  const { task } = await seen(running(), begun);
  expect(task?.taskSid).not.toBe(named);
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
  expect(await inFlex(running(), task?.taskSid, 'accept')).toBe('Bob');
  expect(await seen(running(), begun)).toMatchObject({
    channelState: 'active',
    workerName: 'Bob',
    task: { status: 'assigned' },
    owed: [],
  });
});

it('a resume that its agent accepts in the browser stays with that agent', async () => {
  await running().set({ pause: { acceptBy: 'client' } });
  const begun = await pausedByAlice(running());
  const { task } = await does(running(), ALICE, `${begun.path}/resume`);
  expect(await inFlex(running(), task?.taskSid, 'accept')).toBe('Alice');
  await running().advance('PT5M');
  const after = await seen(running(), begun);
  expect([after.task?.taskSid, after.task?.status, after.task?.purpose]).toEqual([
    task?.taskSid,
    'assigned',
    'resume',
  ]);
});

it('a resume that its agent declines goes through the workflow', async () => {
  await running().set({ pause: { acceptBy: 'client' } });
  const begun = await pausedByAlice(running());
  const { task } = await does(running(), ALICE, `${begun.path}/resume`);
  await inFlex(running(), task?.taskSid, 'decline');
  await running().advance('PT1M1S');
  const next = (await seen(running(), begun)).task;
  expect(await inFlex(running(), next?.taskSid, 'accept')).toBe('Bob');
});

it('a workflow invite that somebody declines is offered again by TaskRouter, as the same task', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await running().advance('PT1H');
  const { task } = await seen(running(), begun);
  const declined = [
    await inFlex(running(), task?.taskSid, 'decline'),
    await inFlex(running(), task?.taskSid, 'decline'),
  ];
  const taker = await inFlex(running(), task?.taskSid, 'accept');
  expect([...declined, taker].sort()).toEqual(['Alice', 'Bob', 'Carol']);
  const after = await seen(running(), begun);
  expect([after.task?.taskSid, nameOf(after.task?.workerSid)]).toEqual([task?.taskSid, taker]);
});

it('a workflow invite that nobody takes for 14 days is followed by the next one', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await running().advance('PT1H');
  const first = (await seen(running(), begun)).task;
  await running().advance('P14DT2M');
  const next = (await seen(running(), begun)).task;
  expect([first?.purpose, next?.purpose]).toEqual(['reassign', 'reassign']);
  expect(next?.taskSid).not.toBe(first?.taskSid);
  expect(await running().liveTasks(begun.conversationSid)).toEqual([next?.taskSid]);
});

it('a conversation without a pause is not touched, however long its agent waits', async () => {
  const begun = await acceptedByAlice(running());
  const before = await seen(running(), begun);
  await running().advance('PT20H');
  expect(await seen(running(), begun)).toEqual(before);
});
