import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { EventBridge } from '../../local/event-bridge';
import { serve, type Served } from '../../local/http-server';
import { LocalState } from '../../local/state';

const BUS_ARN = 'arn:aws:events:us-east-1:000000000000:event-bus/Bus';
const ENTRY: PutEventsRequestEntry = {
  EventBusName: 'Bus',
  Source: 'a.source',
  DetailType: 'Something',
  Detail: '{"number":1}',
  Time: new Date('2026-03-02T09:00:00Z'),
};
const LIMIT = 256 * 1024;

let folder: string;
let state: LocalState;
let service: EventBridge;
let server: Served;
let client: EventBridgeClient;

async function start(): Promise<void> {
  state = await LocalState.open(folder);
  service = new EventBridge({
    buses: ['Bus'],
    clock: { now: () => new Date('2030-01-01T00:00:00Z') },
    state,
  });
  server = await serve(service.listener);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new EventBridgeClient({ endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 });
}
async function stop(): Promise<void> {
  client.destroy();
  await server.close();
  await state.close();
}

beforeEach(async () => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-events-test-'));
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));
const details = (after?: string) => service.events(after)?.map(({ detail }) => detail);

it('takes events in their order, and lists them oldest first', async () => {
  const answer = await put(ENTRY, { ...ENTRY, Detail: '{"number":2}' });
  await put({ ...ENTRY, Detail: '{"number":3}' });
  expect(answer.FailedEntryCount).toBe(0);
  expect(answer.Entries).toHaveLength(2);
  expect(details()).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  expect(service.events()?.[0]).toEqual({
    id: answer.Entries?.[0]?.EventId,
    source: 'a.source',
    'detail-type': 'Something',
    time: '2026-03-02T09:00:00Z',
    detail: { number: 1 },
  });
});

it('lists what came after an event, and knows no other ids', async () => {
  await put(ENTRY, { ...ENTRY, Detail: '{"number":2}' });
  const [first, second] = service.events()!;
  expect(details(first!.id)).toEqual([{ number: 2 }]);
  expect(details(second!.id)).toEqual([]);
  expect(details('none')).toBeUndefined();
});

it('keeps them and their order when it is started again', async () => {
  for (let number = 1; number <= 11; number++) await put({ ...ENTRY, Detail: `{"number":${number}}` });
  await stop();
  await start();
  await put({ ...ENTRY, Detail: '{"number":12}' });
  expect(details()).toEqual(Array.from({ length: 12 }, (_, place) => ({ number: place + 1 })));
});

it('gives an event without a time the one of the clock', async () => {
  await put({ ...ENTRY, Time: undefined });
  expect(service.events()?.[0]?.time).toBe('2030-01-01T00:00:00Z');
});

it('knows the bus by its ARN too', async () => {
  await put({ ...ENTRY, EventBusName: BUS_ARN });
  expect(service.events()).toHaveLength(1);
});

it.each([['another'], [undefined]])(
  'takes an event for the bus %s, and drops it, as AWS does',
  async (name) => {
    const answer = await put({ ...ENTRY, EventBusName: name });
    expect(answer).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: expect.any(String) as string }],
    });
    expect(service.events()).toEqual([]);
  },
);

it.each([
  ['no source', { Source: undefined }, 'InvalidArgument'],
  ['no detail type', { DetailType: undefined }, 'InvalidArgument'],
  ['no detail', { Detail: undefined }, 'InvalidArgument'],
  ['a detail that is no JSON', { Detail: '{' }, 'MalformedDetail'],
  ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
])('says of an entry with %s that it failed, and takes the others', async (_what, change, code) => {
  const answer = await put(ENTRY, { ...ENTRY, ...change }, { ...ENTRY, Detail: '{"number":3}' });
  expect(answer.FailedEntryCount).toBe(1);
  expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([undefined, code, undefined]);
  expect(details()).toEqual([{ number: 1 }, { number: 3 }]);
});

describe('refuses a request', () => {
  it.each([0, 11])('with %d entries', async (count) => {
    await expect(put(...Array.from({ length: count }, () => ENTRY))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(service.events()).toEqual([]);
  });

  it('over 256 KB in all', async () => {
    const others = 14 + 'a.sourceSomething'.length;
    const ofSize = (bytes: number) => ({
      ...ENTRY,
      Detail: `{"a":"${'é'.repeat((bytes - others - 8) / 2)}"}`,
    });
    const just = ofSize(LIMIT - 1);
    expect(Buffer.byteLength(just.Detail) + others).toBeLessThanOrEqual(LIMIT);
    expect((await put(just)).FailedEntryCount).toBe(0);
    await expect(put(ofSize(LIMIT + 2))).rejects.toMatchObject({ name: 'ValidationException' });
    expect(service.events()).toHaveLength(1);
  });
});
