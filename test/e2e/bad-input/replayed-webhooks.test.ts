import { globalsOfProcess } from '../../of-process';
import { ALICE } from '../running-product';
import { acceptedByAlice, type Begun, does, inFlex, resumes, seen, timers, writes } from '../acts';
import { productForAll } from '../fixture';

const running = productForAll({ isWatched: false }); // other tests hold the same requests to Twilio's descriptions

/** What Twilio has delivered so far, signature and all. */
const delivered: Parameters<typeof fetch>[] = [];
const send = globalThis.fetch;

beforeAll(async () => {
  jest.spyOn(globalsOfProcess(), 'fetch').mockImplementation((input, init) => {
    if (typeof input === 'string' && input.includes('/webhooks/'))
      delivered.push([input, { ...init, signal: null }]);
    return send(input, init);
  });
  await running().set({ leave: { enabled: true } });
});
afterAll(() => jest.restoreAllMocks());

/** Somebody sends again all that Twilio has ever sent, in its order and the other way round. */
async function expectHarmless(begun: Begun): Promise<void> {
  await running().advance('PT2M'); // answers when nothing is in flight, and owes nothing that a sweep does
  const state = async () => ({
    record: await seen(running(), begun),
    timers: await timers(running()),
    tasks: await running().liveTasks(begun.conversationSid),
    events: (await running().events()).length,
  });
  const before = await state();
  const old = [...delivered];
  expect(old.length).toBeGreaterThan(0);
  for (const [input, init] of [...old, ...old.toReversed()]) {
    expect((await send(input, init)).status).toBeLessThan(300); // Twilio's signature is right
    expect(await seen(running(), begun)).toEqual(before.record);
  }
  expect(await state()).toEqual(before);
}

it('old webhooks change nothing: while paused, resumed, left, back, and closed', async () => {
  const begun = await acceptedByAlice(running());
  await expectHarmless(begun);
  await does(running(), ALICE, `${begun.path}/pause`);
  await inFlex(running(), begun.taskSid, 'complete');
  await writes(running(), begun);
  await expectHarmless(begun);
  await resumes(running(), ALICE, begun.path);
  await expectHarmless(begun);
  await does(running(), ALICE, `${begun.path}/leave`);
  await does(running(), ALICE, `${begun.path}/complete`);
  await expectHarmless(begun);
  await writes(running(), begun);
  await inFlex(running(), (await seen(running(), begun)).task?.taskSid, 'accept');
  await expectHarmless(begun);
  await does(running(), ALICE, `${begun.path}/end`);
  await expectHarmless(begun);
});
