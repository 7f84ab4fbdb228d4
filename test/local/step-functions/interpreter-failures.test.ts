import { DAY } from '../clock-fixture';
import { CALL, failing, open, outputOf, single } from './interpreter-fixture';

describe('Retry', () => {
  async function attempts(retry: object, name: string, times: number) {
    const moments: number[] = [];
    const fail = failing(name, times);
    const started = await open(single({ ...CALL, Retry: [retry], End: true }), (arn, payload) => {
      moments.push(started.clock.now().getTime());
      return fail(arn, payload);
    });
    const describe = await started.run();
    await started.clock.advance(DAY);
    const gaps = moments.slice(1).map((moment, i) => Math.round((moment - moments[i]!) / 1000));
    return { gaps, status: (await describe()).status };
  }

  it('waits longer each time, up to the longest delay', async () => {
    const retry = {
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 5,
      BackoffRate: 2,
      MaxAttempts: 4,
      MaxDelaySeconds: 15,
    };
    expect(await attempts(retry, 'E', 4)).toEqual({ gaps: [5, 10, 15, 15], status: 'SUCCEEDED' });
  });

  it('has the defaults of the language: three attempts, one second, doubled', async () => {
    expect(await attempts({ ErrorEquals: ['E'] }, 'E', 9)).toEqual({ gaps: [1, 2, 4], status: 'FAILED' });
  });

  it('with full jitter waits a part of the delay', async () => {
    const retry = { ErrorEquals: ['E'], IntervalSeconds: 8, MaxAttempts: 2, JitterStrategy: 'FULL' };
    expect(await attempts(retry, 'E', 2)).toEqual({ gaps: [4, 8], status: 'SUCCEEDED' });
  });

  it.each([
    [['States.TaskFailed'], 'SUCCEEDED'],
    [['Other', 'E'], 'SUCCEEDED'],
    [['Other'], 'FAILED'],
  ])('for %j gives an E: %s', async (ErrorEquals, status) => {
    expect((await attempts({ ErrorEquals }, 'E', 1)).status).toBe(status);
  });
});

describe('Catch', () => {
  it('goes on elsewhere with the error, once no retry is left', async () => {
    const { clock, run } = await open(
      {
        StartAt: 'Call',
        States: {
          Call: {
            ...CALL,
            Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
            Catch: [
              { ErrorEquals: ['Other'], Next: 'Wrong' },
              { ErrorEquals: ['States.ALL'], Next: 'Right', ResultPath: '$.failure' },
            ],
            End: true,
          },
          Wrong: { Type: 'Fail', Error: 'Wrong' },
          Right: { Type: 'Pass', Parameters: { 'error.$': '$.failure.Error', 'a.$': '$.a' }, End: true },
        },
      },
      failing('E', 9),
    );
    const describe = await run({ a: 1 });
    await clock.advance(10_000);
    expect(await outputOf(describe)).toEqual({ error: 'E', a: 1 });
  });

  it('does not catch what is wrong in the machine itself', async () => {
    const { run } = await open({
      StartAt: 'Call',
      States: {
        Call: {
          ...CALL,
          InputPath: '$.missing',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Succeed' },
      },
    });
    expect(await (await run())()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});
