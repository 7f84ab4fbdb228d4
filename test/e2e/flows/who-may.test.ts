import { ADA, ALICE, BOB, DEE } from '../running-product';
import { acceptedByAlice, advanceTo, type Begun, does, inFlex, pausedByAlice, refusal, seen } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

const ROUTES = [
  ['GET', ''],
  ['POST', '/pause'],
  ['PATCH', '/pause'],
  ['POST', '/complete'],
  ['POST', '/resume'],
  ['POST', '/reassign'],
  ['POST', '/end'],
] as const;

const take = ([method, route]: (typeof ROUTES)[number], { path }: Begun, token: string) =>
  running().ask(method, path + route, token, method === 'GET' ? undefined : {});

it("another agent may take no route of an agent's conversation, whether active, wrapping up or paused", async () => {
  const active = await acceptedByAlice(running());
  const wrapping = await acceptedByAlice(running());
  await does(running(), ALICE, `${wrapping.path}/pause`);
  for (const begun of [active, wrapping]) {
    const before = await seen(running(), begun);
    for (const route of ROUTES) {
      expect(refusal(await take(route, begun, BOB))).toBe('403 not-authorized');
    }
    expect(await seen(running(), begun)).toEqual(before);
  }
  await does(running(), ALICE, `${wrapping.path}/complete`);
  const before = await seen(running(), wrapping);
  for (const route of ROUTES) {
    expect(refusal(await take(route, wrapping, BOB))).toBe('403 not-authorized');
  }
  expect(await seen(running(), wrapping)).toEqual(before);
});

it('the holder, the agent who paused it, and supervisors may read it', async () => {
  const begun = await acceptedByAlice(running());
  for (const token of [ALICE, DEE, ADA]) expect((await running().get(begun.path, token)).status).toBe(200);
  await does(running(), ALICE, `${begun.path}/pause`);
  await does(running(), ALICE, `${begun.path}/complete`);
  for (const token of [ALICE, DEE, ADA]) expect((await running().get(begun.path, token)).status).toBe(200);
});

it('the agent who paused it may not reassign it', async () => {
  const begun = await pausedByAlice(running());
  const before = await seen(running(), begun);
  expect(refusal(await take(['POST', '/reassign'], begun, ALICE))).toBe('403 not-authorized');
  expect(await seen(running(), begun)).toEqual(before);
});

it.each([
  ['supervisor', DEE],
  ['admin without a worker', ADA],
])("a %s may change, resume and end, but not pause or complete in an agent's name", async (_, token) => {
  const begun = await acceptedByAlice(running());
  expect(refusal(await take(['POST', '/pause'], begun, token))).toBe('403 not-authorized');
  await does(running(), ALICE, `${begun.path}/pause`);
  expect(refusal(await take(['POST', '/complete'], begun, token))).toBe('403 not-authorized');
  await does(running(), ALICE, `${begun.path}/complete`);
  expect((await take(['PATCH', '/pause'], begun, token)).status).toBe(200);
  await does(running(), token, `${begun.path}/resume`);
  await does(running(), token, `${begun.path}/end`);
});

it('who paused it hears wrong-state when pausing it again, while nobody else has it', async () => {
  const begun = await pausedByAlice(running());
  expect(refusal(await running().post(`${begun.path}/pause`, ALICE))).toBe('409 wrong-state');
});

it("another agent's, since the deadline: who paused it may not pause, change or complete it", async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await advanceTo(running(), (await seen(running(), begun)).pause!.deadline);
  expect(await inFlex(running(), (await seen(running(), begun)).task?.taskSid, 'accept')).toBe('Bob');
  const before = await seen(running(), begun);
  expect(refusal(await take(['POST', '/pause'], begun, ALICE))).toBe('403 not-authorized');
  expect(refusal(await take(['PATCH', '/pause'], begun, ALICE))).toBe('409 wrong-state');
  expect(refusal(await take(['POST', '/resume'], begun, ALICE))).toBe('409 wrong-state');
  expect(refusal(await take(['POST', '/complete'], begun, ALICE))).toMatch(/^(403|409) /);
  expect(await seen(running(), begun)).toEqual(before);
  expect((await running().get(begun.path, BOB)).status).toBe(200);
});
