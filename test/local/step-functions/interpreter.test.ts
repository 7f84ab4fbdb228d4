import { DAY, HOUR, later } from '../clock-fixture';
import { FUNCTION_ARN, type Invoke, machine, MACHINE_ARN, PAUSE_TIMER } from './machine-fixture';
import { type LocalState } from '../../../local/state';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function open(definition: unknown, invoke?: Invoke, kept?: LocalState) {
  const started = await machine(definition, invoke, kept);
  opened.push(started);
  return started;
}

function single(state: object): object {
  return { StartAt: 'Only', States: { Only: state } };
}

const INVOKE = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
const CALL = { ...INVOKE, Parameters: { FunctionName: FUNCTION_ARN, 'Payload.$': '$' } };

async function outputOf(describe: () => Promise<Record<string, unknown>>): Promise<unknown> {
  return JSON.parse((await describe()).output as string);
}

function failing(name: string, times: number): Invoke {
  let left = times;
  return async () => {
    if (left-- > 0) throw Object.assign(new Error('no'), { name });
    return 'done';
  };
}

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

describe('Task', () => {
  it('calls the function with its payload, and gives what Lambda answers', async () => {
    const invoke = jest.fn(async () => ({ ok: true }));
    const { run } = await open(single({ ...CALL, End: true }), invoke);
    const describe = await run({ conversationSid: 'CH1' });
    expect(invoke).toHaveBeenCalledWith(FUNCTION_ARN, { conversationSid: 'CH1' });
    const output: unknown = await outputOf(describe);
    expect(output).toEqual({ ExecutedVersion: '$LATEST', Payload: { ok: true }, StatusCode: 200 });
  });

  it('called by the ARN of a function gives its result alone', async () => {
    const { run } = await open(single({ Type: 'Task', Resource: FUNCTION_ARN, End: true }), async () => 7);
    const describe = await run();
    expect((await describe()).output).toBe('7');
  });

  it('shapes input and output by its paths', async () => {
    const { run } = await open(
      single({
        ...INVOKE,
        InputPath: '$.inner',
        Parameters: {
          FunctionName: FUNCTION_ARN,
          Payload: { 'a.$': '$.a', 'name.$': '$$.Execution.Name', fixed: [1] },
        },
        ResultSelector: { 'got.$': '$.Payload' },
        ResultPath: '$.result.here',
        OutputPath: '$.result',
        End: true,
      }),
      async (_, payload) => payload,
    );
    const describe = await run({ inner: { a: 5 } }, 'named');
    const output: unknown = await outputOf(describe);
    expect(output).toEqual({ here: { got: { a: 5, name: 'named', fixed: [1] } } });
  });

  it('without Retry fails with the name of what the handler threw', async () => {
    const { run } = await open(single({ ...CALL, End: true }), failing('TwilioError', 1));
    const described = await (await run())();
    expect(described).toMatchObject({ status: 'FAILED', error: 'TwilioError' });
    expect(JSON.parse(described.cause as string)).toMatchObject({
      errorType: 'TwilioError',
      errorMessage: 'no',
    });
  });

  it('of an error without a name of its own fails with Error', async () => {
    const { run } = await open(single({ ...CALL, End: true }), failing('Error', 1));
    expect(await (await run())()).toMatchObject({ error: 'Error' });
  });
});

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

describe('a restart', () => {
  it('in the middle of a wait goes on waiting, and then calls', async () => {
    const first = await open(PAUSE_TIMER);
    const deadline = later(first.clock, 40 * DAY).toISOString();
    await first.run({ deadline });
    await first.clock.advance(20 * DAY);
    await first.clock.close();

    const calls: number[] = [];
    const second = await open(
      PAUSE_TIMER,
      async () => void calls.push(second.clock.now().getTime()),
      first.state,
    );
    await second.clock.advance(30 * DAY);
    expect(calls).toEqual([Date.parse(deadline)]);
    expect(second.service.timers()).toMatchObject([{ name: 'one', status: 'SUCCEEDED', wakeAt: null }]);
  });

  it('in the middle of a task calls again', async () => {
    let called = () => undefined as void;
    const underWay = new Promise<void>((resolve) => (called = resolve));
    const first = await open(PAUSE_TIMER, () => {
      called();
      return new Promise(() => undefined);
    });
    const input = JSON.stringify({ deadline: '2020-01-01T00:00:00Z' });
    await first.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'one', input });
    await underWay;
    const invoke = jest.fn(async () => null);
    const second = await open(PAUSE_TIMER, invoke, first.state);
    await second.clock.advance(1000);
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('keeps the definition that an execution was started with', async () => {
    const first = await open(single({ Type: 'Wait', Seconds: 60, End: true }));
    await first.run();
    await first.clock.close();
    const second = await open(
      single({ Type: 'Wait', Seconds: 9_000_000, End: true }),
      undefined,
      first.state,
    );
    await second.clock.advance(HOUR);
    expect(second.service.timers()).toMatchObject([{ status: 'SUCCEEDED' }]);
  });
});
