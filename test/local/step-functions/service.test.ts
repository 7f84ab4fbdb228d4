import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidArn,
  InvalidExecutionInput,
  InvalidName,
  InvalidToken,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  ValidationException,
} from '@aws-sdk/client-sfn';
import { DAY, later } from '../clock-fixture';
import { machine, MACHINE_ARN, PAUSE_TIMER } from './machine-fixture';

let local: Awaited<ReturnType<typeof machine>>;
let client: SFNClient;
let invoke: jest.Mock;

beforeEach(async () => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  invoke = jest.fn(async () => null);
  local = await machine(PAUSE_TIMER, invoke);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SFNClient({ endpoint: local.server.url, region: 'us-east-1', credentials, maxAttempts: 1 });
});

afterEach(async () => {
  client.destroy();
  await local.close();
});

function start(name: string | undefined, days = 14, stateMachineArn = MACHINE_ARN) {
  const deadline = new Date(Date.UTC(2100, 0, days)).toISOString();
  return client.send(
    new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ deadline }) }),
  );
}

const executionArn = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:Timer:${name}`;

it('starts, describes, and calls the function at the deadline', async () => {
  const deadline = later(local.clock, 14 * DAY).toISOString();
  const input = JSON.stringify({ deadline });
  const started = await client.send(
    new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name: 'a', input }),
  );
  expect(started).toMatchObject({ executionArn: executionArn('a'), startDate: expect.any(Date) as Date });
  const describe = () => client.send(new DescribeExecutionCommand({ executionArn: started.executionArn }));
  expect(await describe()).toMatchObject({
    name: 'a',
    status: 'RUNNING',
    input,
    stateMachineArn: MACHINE_ARN,
  });
  await local.clock.advance(14 * DAY + 1000);
  expect(await describe()).toMatchObject({ status: 'SUCCEEDED', stopDate: new Date(deadline) });
  expect(invoke).toHaveBeenCalledTimes(1);
});

it('answers a repeated start of a running execution as the first', async () => {
  const first = await start('a');
  const second = await start('a');
  expect(second.startDate).toEqual(first.startDate);
  expect(local.service.timers()).toHaveLength(1);
});

it('refuses a name that runs with another input', async () => {
  await start('a', 1);
  await expect(start('a', 2)).rejects.toBeInstanceOf(ExecutionAlreadyExists);
});

it('refuses the name of a closed execution for 90 days', async () => {
  await start('a');
  await client.send(new StopExecutionCommand({ executionArn: executionArn('a') }));
  await expect(start('a')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  await local.clock.advance(89 * DAY);
  await expect(start('a')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  await local.clock.advance(DAY);
  await expect(
    client.send(new DescribeExecutionCommand({ executionArn: executionArn('a') })),
  ).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  await expect(start('a')).resolves.toBeDefined();
});

it('gives an execution without a name one of its own', async () => {
  const one = await start(undefined);
  const other = await start(undefined);
  expect(one.executionArn).not.toBe(other.executionArn);
});

it('stops a running execution, which never calls then', async () => {
  await start('a');
  await client.send(
    new StopExecutionCommand({ executionArn: executionArn('a'), error: 'Resumed', cause: 'by agent' }),
  );
  await local.clock.advance(100 * 365 * DAY);
  expect(invoke).not.toHaveBeenCalled();
});

it('tells of a stopped execution with error and cause', async () => {
  await start('a');
  await client.send(
    new StopExecutionCommand({ executionArn: executionArn('a'), error: 'Resumed', cause: 'by agent' }),
  );
  const described = await client.send(new DescribeExecutionCommand({ executionArn: executionArn('a') }));
  expect(described).toMatchObject({ status: 'ABORTED', error: 'Resumed', cause: 'by agent' });
});

it('stops a closed execution without effect', async () => {
  await start('a');
  const stop = () => client.send(new StopExecutionCommand({ executionArn: executionArn('a') }));
  const first = await stop();
  await local.clock.advance(DAY);
  expect((await stop()).stopDate).toEqual(first.stopDate);
});

it.each(['a b', 'a/b', 'a:b', 'a*', 'a#b', 'a\u0007', 'a,b'])('refuses the name %j', async (name) => {
  await expect(start(name)).rejects.toBeInstanceOf(InvalidName);
});

it('takes a name of 80 characters and none of 81', async () => {
  await expect(start('x'.repeat(80))).resolves.toBeDefined();
  await expect(start('x'.repeat(81))).rejects.toBeInstanceOf(ValidationException);
});

it('refuses an input that is not JSON', async () => {
  const command = new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name: 'a', input: '{' });
  await expect(client.send(command)).rejects.toBeInstanceOf(InvalidExecutionInput);
});

it('refuses an input of more than 256 KB', async () => {
  const input = JSON.stringify('x'.repeat(256 * 1024));
  const command = new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name: 'a', input });
  await expect(client.send(command)).rejects.toBeInstanceOf(InvalidExecutionInput);
});

it('knows no other state machine', async () => {
  await expect(start('a', 1, `${MACHINE_ARN}2`)).rejects.toBeInstanceOf(StateMachineDoesNotExist);
  await expect(start('a', 1, 'Timer')).rejects.toBeInstanceOf(InvalidArn);
});

it('knows no execution that was not started', async () => {
  const stop = (arn: string) => client.send(new StopExecutionCommand({ executionArn: arn }));
  await expect(stop(executionArn('none'))).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  await expect(stop('none')).rejects.toBeInstanceOf(InvalidArn);
});

it('lists executions by status, page by page', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await start(name);
  await client.send(new StopExecutionCommand({ executionArn: executionArn('b') }));
  const list = (nextToken?: string) =>
    client.send(
      new ListExecutionsCommand({
        stateMachineArn: MACHINE_ARN,
        statusFilter: 'RUNNING',
        maxResults: 2,
        nextToken,
      }),
    );
  const first = await list();
  const second = await list(first.nextToken);
  const names = [first, second].map(({ executions }) => executions!.map(({ name }) => name));
  expect(names.map((page) => page.length)).toEqual([2, 1]);
  expect(names.flat().sort()).toEqual(['a', 'c', 'd']);
  expect(second.nextToken).toBeUndefined();
  await expect(list('nonsense')).rejects.toBeInstanceOf(InvalidToken);
});

it('shows its timers with the end of their wait and their input', async () => {
  await start('a', 3);
  await local.activity.idle();
  const deadline = '2100-01-03T00:00:00.000Z';
  expect(local.service.timers()).toEqual([
    { name: 'a', status: 'RUNNING', wakeAt: deadline, input: { deadline } },
  ]);
});

it('knows no other operation', async () => {
  expect(await local.call('DeleteStateMachine', {})).toMatchObject({ __type: 'UnknownOperationException' });
});
