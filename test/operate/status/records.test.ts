import { SFNClient } from '@aws-sdk/client-sfn';
import { type Conversation } from '../../../lambda/domain/record';
import { plusSeconds } from '../../../lambda/domain/time';
import { timerName } from '../../../lambda/domain/timers';
import { awsJson } from '../../../local/aws-json';
import { serve, type Served } from '../../../local/http-server';
import { comparisons } from '../../../operate/status/checks/comparisons';
import { deadlines } from '../../../operate/status/checks/deadlines';
import { executions } from '../../../operate/status/checks/executions';
import { owed } from '../../../operate/status/checks/owed';
import { NOW, sid } from '../../doubles/constants';
import { PAUSE_ON } from '../../doubles/deps';
import { CONVERSATION, DEADLINE, left, paused, pausing } from '../../doubles/records';
import { look, sourcesOver } from './sources';

/** So long after everything in these records. */
const at = (seconds: number) => ({ now: () => new Date(plusSeconds(NOW, seconds)) });
const written = (record: Conversation, change: Partial<Conversation> = {}): Conversation => ({
  ...record,
  version: 1,
  ...change,
});

describe('deadlines', () => {
  it('are well while they are ahead, and where nothing is paused', async () => {
    expect(await look(deadlines, await sourcesOver([written(paused())]))).toMatchObject({
      level: 'ok',
      facts: { soonestDeadline: DEADLINE },
    });
    expect((await look(deadlines, await sourcesOver([]))).level).toBe('ok');
  });

  it('have three minutes until one that is past is an error', async () => {
    const late = (seconds: number) => sourcesOver([written(paused())], at(4 * 3600 + seconds));
    expect((await look(deadlines, await late(180))).level).toBe('ok');
    expect(await look(deadlines, await late(181))).toMatchObject({
      level: 'error',
      facts: { lateSeconds: 181, conversationSid: CONVERSATION },
    });
  });
});

describe('comparisons', () => {
  const compared = (compareAt: string) => written(left(), { compareAt });

  it('are well for a quarter of an hour', async () => {
    const sources = await sourcesOver([compared(plusSeconds(NOW, -900))]);
    expect(await look(comparisons, sources)).toMatchObject({ level: 'ok', facts: { behindSeconds: 900 } });
    expect((await look(comparisons, await sourcesOver([]))).level).toBe('ok');
  });

  it('are told where the oldest is behind, or none is made', async () => {
    const behind = await sourcesOver([compared(plusSeconds(NOW, -901)), compared(NOW)].slice(0, 1));
    expect(await look(comparisons, behind)).toMatchObject({
      level: 'warn',
      facts: { behindSeconds: 901, oldestDueAt: plusSeconds(NOW, -901), compareCallsPerMinute: 60 },
    });
    const settings = { ...PAUSE_ON, compareCallsPerMinute: 0 };
    expect((await look(comparisons, await sourcesOver([], { settings }))).level).toBe('warn');
  });
});

describe('what is owed', () => {
  const owing = () => written(pausing(), { wakeAt: plusSeconds(NOW, 60) });

  it.each([
    [300, 'ok'],
    [301, 'warn'],
    [3600, 'warn'],
    [3601, 'error'],
  ])('for %d s is %s', async (seconds, level) => {
    const found = await look(owed, await sourcesOver([owing()], at(seconds)));
    expect(found).toMatchObject({ level, facts: { isComplete: true } });
    expect((found.facts['oldest'] as object[])[0]).toMatchObject({
      conversationSid: CONVERSATION,
      ageSeconds: seconds,
    });
  });

  it('does not count what waits for its moment, or for something else', async () => {
    const { pending } = pausing();
    const waiting = Object.fromEntries(
      Object.entries(pending).map(([id, effect], index) => [
        id,
        index === 0
          ? { ...effect, attempts: 0, taken: null, notBefore: plusSeconds(NOW, 8_000) }
          : { ...effect, after: ['other'] },
      ]),
    );
    const record = { ...owing(), pending: waiting };
    expect(await look(owed, await sourcesOver([record], at(7_000)))).toMatchObject({
      level: 'ok',
      facts: { owed: 0 },
    });
  });
});

describe('executions', () => {
  let server: Served;
  let stepFunctions: SFNClient;
  let running: string[];

  beforeAll(async () => {
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    server = await serve(
      awsJson('application/x-amz-json-1.0', {
        ListExecutions: ({ statusFilter, nextToken }) => {
          expect(statusFilter).toBe('RUNNING');
          const from = Number(nextToken ?? 0);
          const more = from + 1 < running.length ? { nextToken: String(from + 1) } : {};
          const executions = running.slice(from, from + 1).map((name) => ({
            name,
            executionArn: `arn:${name}`,
            stateMachineArn: 'arn',
            status: 'RUNNING',
            startDate: 0,
          }));
          return { executions, ...more };
        },
      }),
    );
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    stepFunctions = new SFNClient({ endpoint: server.url, region: 'us-east-1', credentials });
  });
  afterAll(async () => {
    stepFunctions.destroy();
    await server.close();
  });
  beforeEach(() => (running = []));

  const nameOf = (record: Conversation) => timerName(record.conversationSid, record.pause!);
  const check = async (...records: Conversation[]) =>
    look(executions, await sourcesOver(records, { ...at(61), stepFunctions }));

  it('are well where each pause has its own', async () => {
    const record = written(paused());
    running = [nameOf(record)];
    expect(await check(record)).toMatchObject({
      level: 'ok',
      facts: { running: 1, paused: 1, isComplete: true },
    });
  });

  it('are an error where a pause has none, on any page', async () => {
    const record = written(paused());
    const other = written(paused(), { conversationSid: sid('CH', 2) });
    running = [nameOf(other)];
    expect(await check(record, other)).toMatchObject({
      level: 'error',
      facts: { pausesWithoutTimer: [CONVERSATION], timersWithoutPause: [] },
    });
    running.push(nameOf(record));
    expect((await check(record, other)).level).toBe('ok');
  });

  it('are told where one runs for what is not paused', async () => {
    running = [nameOf(paused())];
    const found = await check(written(left()));
    expect(found).toMatchObject({ level: 'warn', facts: { timersWithoutPause: running } });
    expect((await check()).level).toBe('warn');
  });

  it('do not count while the start or the stop is owed, or was a minute ago', async () => {
    expect((await check(written(pausing()))).level).toBe('ok');
    const name = nameOf(paused());
    running = [name];
    const stop = {
      kind: 'stop-timer',
      name,
      until: null,
      attempts: 1,
      taken: null,
      notBefore: null,
      after: [],
    } as const;
    expect((await check(written(left(), { pending: { [`stop-timer:${name}`]: stop } }))).level).toBe('ok');
    const justNow = { updatedAt: plusSeconds(NOW, 30) };
    expect((await check(written(left(), justNow))).level).toBe('ok');
    running = [];
    expect((await check(written(paused(), justNow))).level).toBe('ok');
  });
});
