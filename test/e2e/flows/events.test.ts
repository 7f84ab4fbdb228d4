import { DEMO_USERS } from '../../../local/twilio/demo';
import { advanceTo, changes, does, inFlex, pausedByAlice, refusal, resumes, seen } from '../acts';
import { productForEach } from '../fixture';
import { ALICE, BOB, DEE } from '../running-product';

const running = productForEach();
const HOUR = 3_600_000;
const workerOf = (name: string) => DEMO_USERS.find((user) => user.name === name)!.workerSid!;

interface Told {
  readonly eventId: string;
  readonly at: string;
  readonly type: string;
  readonly by: string;
}

async function told(path: string, query = ''): Promise<{ events: Told[]; next?: string }> {
  const { status, body } = await running().get(`${path}/history${query}`, DEE);
  expect(status).toBe(200);
  return body as { events: Told[]; next?: string };
}

/** What the bus and the history say of a conversation must be the same. */
async function toldOnBoth({ path, conversationSid }: { path: string; conversationSid: string }) {
  const { events } = await told(path);
  const onBus = (await running().events())
    .map(({ detail, time, 'detail-type': type }) => ({
      type,
      time,
      detail: detail as Record<string, string>,
    }))
    .filter(({ detail }) => detail['conversationSid'] === conversationSid);
  const inHistory = events.map(({ eventId, at, type, by }) => ({ eventId, at, type, by }));
  const published = onBus.map(({ type, time, detail }) => {
    const { eventId, at, by } = detail;
    expect(time).toBe(at);
    return { eventId, at, type, by };
  });
  const byId = (one: { eventId?: string }, other: { eventId?: string }) =>
    one.eventId! < other.eventId! ? -1 : 1;
  expect([...published].sort(byId)).toEqual([...inHistory].sort(byId));
  return events.map(({ type, by }) => `${type} by ${by}`);
}

it('tell the whole life of a conversation, with who did what', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'P2D', reason: 'research' });
  const { pause } = await seen(running(), begun);
  await advanceTo(running(), pause!.deadline, -24 * HOUR);
  await advanceTo(running(), pause!.deadline, -HOUR);
  await changes(running(), DEE, begun.path, { timeLimit: 'P3D' });
  await advanceTo(running(), pause!.deadline, 0);
  await resumes(running(), ALICE, begun.path);
  await does(running(), ALICE, `${begun.path}/pause`, { timeLimit: 'PT2H' });
  await does(running(), ALICE, `${begun.path}/complete`);
  await running().advance('PT2H');
  const { task } = await seen(running(), begun);
  await inFlex(running(), task?.taskSid, 'accept');
  await does(running(), DEE, `${begun.path}/end`);
  const [alice, dee] = [workerOf('Alice'), DEMO_USERS.find(({ identity }) => identity === 'dee')!.workerSid];
  expect(await toldOnBoth(begun)).toEqual([
    `ConversationPaused by ${alice}`,
    'PauseMarkReached by system',
    'PauseMarkReached by system',
    `PauseChanged by ${dee ?? 'system'}`,
    'PauseMarkReached by system',
    `ConversationResumed by ${alice}`,
    `ConversationPaused by ${alice}`,
    'PauseMarkReached by system',
    'ConversationReassigned by deadline',
    `ConversationEnded by ${dee ?? 'system'}`,
  ]);
});

it('tell a conversation as its own route shows it', async () => {
  const begun = await pausedByAlice(running(), { note: 'Waits for the parts list' });
  const [, event, ...others] = await running().events();
  expect(others).toEqual([]);
  const { eventId, at, by, owed, version, updatedAt, wrapUp, task, channelState, ...same } = event!
    .detail as Record<string, unknown>;
  const now = (await seen(running(), begun)) as unknown as Record<string, unknown>;
  expect(now).toMatchObject(same);
  expect({ version, wrapUp, channelState }).toEqual({ version: 2, wrapUp: 'pause', channelState: 'active' });
  expect({ at, by, task }).toMatchObject({
    at: updatedAt,
    by: workerOf('Alice'),
    task: { status: 'assigned' },
  });
  expect(owed).toEqual(['start-timer', 'wrap-up-task', 'write-history', 'publish-event']);
  expect(eventId).toBeDefined();
});

it('tell of the settings too, with who changed what', async () => {
  await running().set({ botIdentities: ['bot'] });
  const [, event] = await running().events();
  expect(event).toMatchObject({ source: 'flex.leave-pause', 'detail-type': 'SettingsChanged' });
  const { settings, by } = event!.detail as { settings: object; by: string };
  expect(settings).toEqual((await running().get('/settings', DEE)).body);
  expect(by).toBe(DEMO_USERS.find(({ identity }) => identity === 'ada')?.workerSid ?? 'system');
});

it('are listed after any of them', async () => {
  await pausedByAlice(running());
  await pausedByAlice(running());
  const [settings, first, second] = await running().events();
  expect((await running().get(`/local/events?after=${settings!.id}`)).body).toEqual([first, second]);
  expect((await running().get(`/local/events?after=${first!.id}`)).body).toEqual([second]);
  expect((await running().get(`/local/events?after=${second!.id}`)).body).toEqual([]);
  expect(await running().get('/local/events?after=none')).toMatchObject({ status: 400 });
});

it('the history is read page by page, polled, and shown to nobody else', async () => {
  const { path } = await pausedByAlice(running(), { timeLimit: 'P2D' });
  for (const note of ['one', 'two']) await changes(running(), ALICE, path, { note });
  const { events } = await told(path);
  const first = await told(path, '?limit=2');
  const second = await told(path, `?limit=2&cursor=${first.next}`);
  expect([...first.events, ...second.events]).toEqual(events);
  expect(second).not.toHaveProperty('next');
  const { headers } = await running().get(`${path}/history`, ALICE);
  const again = { 'if-none-match': headers.get('etag')! };
  expect(await running().ask('GET', `${path}/history`, ALICE, undefined, again)).toMatchObject({
    status: 304,
  });
  expect(refusal(await running().get(`${path}/history`, BOB))).toBe('403 not-authorized');
  expect(refusal(await running().get(`${path}/history?cursor=${first.next}x`, ALICE))).toBe(
    '400 invalid-request',
  );
});
