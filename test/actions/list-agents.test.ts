import { listAgents } from '../../lambda/actions/list-agents';
import { ALICE, BOB, sid } from '../doubles/constants';
import { testDeps } from '../doubles/deps';

it('reads one page of TaskRouter, and the next by its token', async () => {
  const deps = testDeps();
  deps.platform.addWorker(sid('WK', 3), 'Carol', 'carol');
  const first = await listAgents(undefined, deps);
  expect(first).toMatchObject({ agents: [{ workerSid: ALICE }, { workerSid: BOB }] });
  const { next } = first as { next?: string };
  expect(await listAgents(next, deps)).toEqual({
    kind: 'done',
    agents: [{ workerSid: sid('WK', 3), name: 'Carol', available: true }],
    next: undefined,
  });
});

it("refuses a cursor that Twilio refuses, and is not to blame for Twilio's other refusals", async () => {
  const deps = testDeps();
  deps.twilio.fail('workers', 'refused', 2);
  expect(await listAgents('nonsense', deps)).toMatchObject({ kind: 'refuse', code: 'invalid-request' });
  await expect(listAgents(undefined, deps)).rejects.toMatchObject({ kind: 'refused' });
});

it('says that it is the cursor that is wrong', async () => {
  const deps = testDeps();
  deps.twilio.fail('workers', 'refused');
  const refused = await listAgents('nonsense', deps);
  expect(refused).toMatchObject({ detail: expect.stringMatching(/^cursor: ./) as unknown });
});

it.each(['unavailable', 'credentials'] as const)(
  'does not blame the cursor where Twilio fails as %s',
  async (how) => {
    const deps = testDeps();
    deps.twilio.fail('workers', how);
    await expect(listAgents('2', deps)).rejects.toMatchObject({ kind: how });
  },
);
