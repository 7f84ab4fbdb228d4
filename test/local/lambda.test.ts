import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalActivity } from '../../local/activity';
import { environmentOf, functionNames, Lambda } from '../../local/lambda';
import { type ObservedCall } from '../../local/observe';
import { type Template } from '../../local/template';
import { temporaryFolder } from './clock-fixture';
import { entryOf, TEMPLATE } from './fixtures/template';

/** A function `Fn` whose handler has this body, with `event` and `context`. */
async function loaded(body: string, observe?: (call: ObservedCall) => void) {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, 'fn.ts'),
    `export async function handler(event: any, context: any) { ${body} }\n`,
  );
  const template: Template = {
    Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 25 } } },
  };
  const activity = new LocalActivity();
  const lambda = new Lambda(activity, observe);
  await lambda.load(
    template,
    functionNames(template, () => 'fn'),
    folder,
  );
  await rm(folder, { recursive: true });
  return { lambda, activity };
}

it('hands the event over and the answer back as JSON', async () => {
  const { lambda } = await loaded('return { got: event, missing: undefined };');
  const event = { when: new Date(0) };
  expect(await lambda.invoke('Fn', event)).toStrictEqual({ got: { when: '1970-01-01T00:00:00.000Z' } });
});

it('is found by ARN, with or without a qualifier, and by the name of its entry', async () => {
  const { lambda } = await loaded('return 1;');
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:Fn';
  expect(await lambda.invokeArn(arn, {})).toBe(1);
  expect(await lambda.invokeArn(`${arn}:live`, {})).toBe(1);
  expect(await lambda.invokeNamed('fn', {})).toBe(1);
});

it('gives each call an id of its own, the name and the time that is left', async () => {
  const { lambda } = await loaded(
    'return { id: context.awsRequestId, name: context.functionName, left: context.getRemainingTimeInMillis() };',
  );
  const [one, other] = (await Promise.all([lambda.invoke('Fn', {}), lambda.invoke('Fn', {})])) as {
    id: string;
    name: string;
    left: number;
  }[];
  expect(one!.id).not.toBe(other!.id);
  expect(one!.name).toBe('fn');
  expect(one!.left).toBeGreaterThan(20_000);
  expect(one!.left).toBeLessThanOrEqual(25_000);
});

it('lets through what the handler throws, and writes its name only', async () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { lambda } = await loaded('throw Object.assign(new Error("secret text"), { name: "TwilioError" });');
  await expect(lambda.invoke('Fn', {})).rejects.toMatchObject({ name: 'TwilioError' });
  const lines = written.mock.calls.map(([line]) => String(line)).join();
  written.mockRestore();
  expect(lines).toContain('TwilioError');
  expect(lines).not.toContain('secret text');
});

it('is in flight until the handler has answered', async () => {
  const { lambda, activity } = await loaded('await new Promise((resolve) => setTimeout(resolve, 10));');
  let answered = false;
  const call = lambda.invoke('Fn', {}).then(() => (answered = true));
  await activity.idle();
  expect(answered).toBe(true);
  await call;
});

it('is observed before and after', async () => {
  const calls: string[] = [];
  const { lambda } = await loaded('return 1;', ({ service, operation, phase }) => {
    calls.push(`${phase} ${service} ${operation}`);
  });
  await lambda.invoke('Fn', {});
  expect(calls).toEqual(['before lambda fn', 'after lambda fn']);
});

describe('the environment', () => {
  it('has the variables of all functions, resolved', () => {
    expect(environmentOf(TEMPLATE, functionNames(TEMPLATE, entryOf))).toEqual({
      TABLE_NAME: 'RecordsTable',
      STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:TimerMachine',
      TWILIO_SECRET_NAME: 'local/twilio',
      PUBLIC_URL: 'Api.ApiEndpoint',
    });
  });

  it('cannot hold two values of one variable', () => {
    const fn = (STAGE: string) => ({
      Type: 'AWS::Lambda::Function',
      Properties: { Environment: { Variables: { STAGE } } },
    });
    const template: Template = { Resources: { A: fn('a'), B: fn('b') } };
    const names = functionNames(template, (logicalId) => logicalId);
    expect(() => environmentOf(template, names)).toThrow('STAGE');
  });
});
