import { DAY, HOUR } from '../clock-fixture';
import { open, outputOf, single } from './interpreter-fixture';

describe('Wait', () => {
  async function waited(wait: object, input: (now: Date) => Record<string, string | number>) {
    const { clock, run } = await open(single({ Type: 'Wait', End: true, ...wait }));
    const start = clock.now();
    const describe = await run(input(start));
    const before = await describe();
    await clock.advance(41 * DAY);
    const after = await describe();
    return {
      before: before.status,
      after: after.status,
      waited: Number(after.stopDate) * 1000 - start.getTime(),
    };
  }

  it.each([
    ['Seconds', { Seconds: 7200 }, {}],
    ['SecondsPath', { SecondsPath: '$.seconds' }, { seconds: 7200 }],
  ])('waits for %s', async (_, wait, input) => {
    const { before, after, waited: ms } = await waited(wait, () => input);
    expect([before, after]).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(ms).toBeGreaterThanOrEqual(2 * HOUR);
    expect(ms).toBeLessThan(2 * HOUR + 1000);
  });

  it('waits until TimestampPath, also forty days, and ends exactly then', async () => {
    const seen = await waited({ TimestampPath: '$.at' }, (now) => ({
      at: new Date(now.getTime() + 40 * DAY).toISOString(),
    }));
    expect(seen).toEqual({ before: 'RUNNING', after: 'SUCCEEDED', waited: 40 * DAY });
  });

  it('does not wait for a Timestamp that has passed', async () => {
    const { clock, run } = await open(single({ Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true }));
    const describe = await run();
    await clock.advance(1000);
    expect((await describe()).status).toBe('SUCCEEDED');
  });

  it.each(['soon', '2026-03-02', 5])('fails with States.Runtime on the timestamp %p', async (at) => {
    const { run } = await open(single({ Type: 'Wait', TimestampPath: '$.at', End: true }));
    const describe = await run({ at });
    expect(await describe()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('keeps its input', async () => {
    const { clock, run } = await open(single({ Type: 'Wait', Seconds: 1, End: true }));
    const describe = await run({ a: 1 });
    await clock.advance(2000);
    expect(await outputOf(describe)).toEqual({ a: 1 });
  });
});

describe('Pass, Succeed and Fail', () => {
  it('pass a result on, end well', async () => {
    const { run } = await open({
      StartAt: 'Pass',
      States: {
        Pass: { Type: 'Pass', Result: { b: 2 }, ResultPath: '$.added', Next: 'Done' },
        Done: { Type: 'Succeed', OutputPath: '$.added' },
      },
    });
    expect(await (await run({ a: 1 }))()).toMatchObject({ status: 'SUCCEEDED', output: '{"b":2}' });
  });

  it('end badly with error and cause', async () => {
    const { run } = await open(single({ Type: 'Fail', Error: 'Bad', Cause: 'because' }));
    expect(await (await run())()).toMatchObject({ status: 'FAILED', error: 'Bad', cause: 'because' });
  });
});

it('TimeoutSeconds ends an execution that still waits', async () => {
  const { clock, run } = await open({
    ...single({ Type: 'Wait', Seconds: 7200, End: true }),
    TimeoutSeconds: 3600,
  });
  const describe = await run();
  await clock.advance(DAY);
  expect(await describe()).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
});
