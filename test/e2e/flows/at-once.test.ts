import { ALICE, type Answer, DEE } from '../running-product';
import { acceptedByAlice, does, pausedByAlice, seen, timers, timerStatuses, twilio } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

const outcome = ({ status, body }: Answer) => (status < 300 ? 'done' : (body as { code: string }).code);

const eight = (ask: () => Promise<Answer>) => Promise.all(Array.from({ length: 8 }, ask));

it('eight equal pauses are one pause with one timer', async () => {
  const begun = await acceptedByAlice(running());
  const answers = await eight(() => running().post(`${begun.path}/pause`, ALICE, { timeLimit: 'PT1H' }));
  expect(answers.map(outcome)).toEqual(Array(8).fill('done'));
  const ids = answers.map(({ body }) => (body as { pause: { pauseId: string } }).pause.pauseId);
  expect(new Set(ids).size).toBe(1);
  await running().advance('PT2M');
  expect(await timerStatuses(running())).toEqual(['RUNNING']);
  expect(await seen(running(), begun)).toMatchObject({ wrapUp: 'pause', owed: [] });
});

it('eight different pauses are one pause with one timer, and the others find wrong-state', async () => {
  const begun = await acceptedByAlice(running());
  let minutes = 60;
  const answers = await eight(() =>
    running().post(`${begun.path}/pause`, ALICE, { timeLimit: `PT${minutes++}M` }),
  );
  expect(answers.map(outcome).sort()).toEqual(['done', ...Array<string>(7).fill('wrong-state')]);
  await running().advance('PT2M');
  const [timer, ...others] = await timers(running());
  expect([timer?.status, others]).toEqual(['RUNNING', []]);
  expect(timer?.input).toMatchObject({ deadline: (await seen(running(), begun)).pause?.deadline });
});

it('eight equal resumes are one task', async () => {
  const begun = await pausedByAlice(running());
  const answers = await eight(() => running().post(`${begun.path}/resume`, ALICE));
  expect(answers.map(outcome)).toEqual(Array(8).fill('done'));
  await running().advance('PT2M');
  const { task } = await seen(running(), begun);
  expect(task).toMatchObject({ status: 'assigned', purpose: 'resume' });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
});

it('agent and supervisor resume at once: one wins', async () => {
  const begun = await pausedByAlice(running());
  const answers = await Promise.all(
    [ALICE, DEE].map((token) => running().post(`${begun.path}/resume`, token)),
  );
  expect(answers.map(outcome).sort()).toEqual(['done', 'wrong-state']);
  await running().advance('PT2M');
  expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
});

it('resume and deadline at once: one wins, each time, and brings one task', async () => {
  for (let round = 1; round <= 4; round++) {
    const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
    const [resumed] = await Promise.all([
      running().post(`${begun.path}/resume`, ALICE),
      running().advance('PT1H'),
    ]);
    await running().advance('PT1S');
    const { task, channelState } = await seen(running(), begun);
    const won = outcome(resumed) === 'done' ? 'resume' : 'reassign';
    expect({ channelState, purpose: task?.purpose }).toEqual({ channelState: 'active', purpose: won });
    expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
    await does(running(), DEE, `${begun.path}/end`);
  }
});

it('resume, deadline and End at once: the conversation ends, and nothing of the others is left', async () => {
  for (let round = 1; round <= 4; round++) {
    const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
    const [ended, resumed] = await Promise.all([
      running().post(`${begun.path}/end`, DEE),
      running().post(`${begun.path}/resume`, ALICE),
      running().advance('PT1H'),
    ]);
    expect(outcome(ended)).toBe('done');
    expect(['done', 'wrong-state']).toContain(outcome(resumed));
    await running().advance('PT10M');
    expect(await seen(running(), begun)).toMatchObject({ channelState: 'closed', task: null, owed: [] });
    expect(await running().liveTasks(begun.conversationSid)).toEqual([]);
    expect(await twilio(`/v1/Conversations/${begun.conversationSid}`)).toMatchObject({ state: 'closed' });
  }
  expect(await timerStatuses(running())).not.toContain('RUNNING');
});

it('a pause and an End of the holder at once: the conversation ends, and no timer runs on', async () => {
  const begun = await acceptedByAlice(running());
  const [ended] = await Promise.all([
    running().post(`${begun.path}/end`, ALICE),
    running().post(`${begun.path}/pause`, ALICE),
  ]);
  expect(outcome(ended)).toBe('done');
  await running().advance('PT10M');
  expect((await seen(running(), begun)).channelState).toBe('closed');
  expect(await timerStatuses(running())).not.toContain('RUNNING');
});
