import { CALL, failing, INVOKE, open, outputOf, single } from './interpreter-fixture';
import { FUNCTION_ARN } from './machine-fixture';

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
