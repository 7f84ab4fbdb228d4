import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionLimitExceeded,
  SFNClient,
  StateMachineDoesNotExist,
} from '@aws-sdk/client-sfn';
import { stepFunctionsTimer } from '../../lambda/adapters/step-functions';
import type { TimerInput } from '../../lambda/actions/ports';
import { machine, MACHINE_ARN, PAUSE_TIMER } from '../local/step-functions/machine-fixture';
import { sid } from '../doubles/constants';

const NAME = `${sid('CH')}-0d6f2a0e-5b11-4a8e-b1d7-7c1f8a9e52f4-1`;
const INPUT: TimerInput = {
  v: 1,
  conversationSid: sid('CH'),
  pauseId: '0d6f2a0e-5b11-4a8e-b1d7-7c1f8a9e52f4',
  deadline: '2100-03-02T09:00:00Z',
};
const metadata = { message: 'no', $metadata: {} };

describe('over a client that answers as told', () => {
  function timerWith(answer: object) {
    const sent: unknown[] = [];
    const send = async (command: { input: object; constructor: { name: string } }) => {
      sent.push([command.constructor.name, command.input]);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { sent, timer: stepFunctionsTimer({ send } as unknown as SFNClient, MACHINE_ARN) };
  }

  it('starts an execution by its name, with the input as JSON', async () => {
    const { sent, timer } = timerWith({ executionArn: 'arn', startDate: new Date() });
    await timer.start(NAME, INPUT);
    expect(sent).toEqual([
      [
        'StartExecutionCommand',
        {
          stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer',
          name: NAME,
          input:
            `{"v":1,"conversationSid":"${sid('CH')}","pauseId":"0d6f2a0e-5b11-4a8e-b1d7-7c1f8a9e52f4",` +
            '"deadline":"2100-03-02T09:00:00Z"}',
        },
      ],
    ]);
  });

  it('stops an execution by the ARN that its name makes', async () => {
    const { sent, timer } = timerWith({});
    await timer.stop(NAME);
    const executionArn = `arn:aws:states:us-east-1:000000000000:execution:Timer:${NAME}`;
    expect(sent).toEqual([['StopExecutionCommand', { executionArn }]]);
  });

  it('takes a name that is there for started', async () => {
    const { timer } = timerWith(new ExecutionAlreadyExists(metadata));
    await expect(timer.start(NAME, INPUT)).resolves.toBeUndefined();
  });

  it('takes an execution that is not there for stopped', async () => {
    const { timer } = timerWith(new ExecutionDoesNotExist(metadata));
    await expect(timer.stop(NAME)).resolves.toBeUndefined();
  });

  it('takes an answer that tells of no execution for a failure', async () => {
    await expect(timerWith({}).timer.start(NAME, INPUT)).rejects.toThrow('no execution');
  });

  it.each([
    new ExecutionDoesNotExist(metadata),
    new ExecutionLimitExceeded(metadata),
    new StateMachineDoesNotExist(metadata),
    new Error('socket hang up'),
  ])('throws $name of a start', async (error) => {
    await expect(timerWith(error).timer.start(NAME, INPUT)).rejects.toBe(error);
  });

  it.each([new ExecutionAlreadyExists(metadata), new Error('socket hang up')])(
    'throws $name of a stop',
    async (error) => {
      await expect(timerWith(error).timer.stop(NAME)).rejects.toBe(error);
    },
  );
});

describe('over a Step Functions endpoint', () => {
  let local: Awaited<ReturnType<typeof machine>>;
  let client: SFNClient;

  beforeEach(async () => {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    local = await machine(PAUSE_TIMER);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new SFNClient({ endpoint: local.server.url, region: 'us-east-1', credentials });
  });
  afterEach(async () => {
    client.destroy();
    await local.close();
  });
  const timer = () => stepFunctionsTimer(client, MACHINE_ARN);
  const executions = () => local.service.timers().map(({ name, status, input }) => ({ name, status, input }));

  it('starts one execution, however often', async () => {
    await timer().start(NAME, INPUT);
    await timer().start(NAME, INPUT);
    expect(executions()).toEqual([{ name: NAME, status: 'RUNNING', input: INPUT }]);
  });

  it('takes a name with another input for started', async () => {
    await timer().start(NAME, INPUT);
    await timer().start(NAME, { ...INPUT, deadline: '2100-03-02T10:00:00Z' });
    expect(executions()).toEqual([{ name: NAME, status: 'RUNNING', input: INPUT }]);
  });

  it('stops an execution, however often', async () => {
    await timer().start(NAME, INPUT);
    await timer().stop(NAME);
    await timer().stop(NAME);
    expect(executions()).toMatchObject([{ name: NAME, status: 'ABORTED' }]);
  });

  it('takes an execution that was never started for stopped', async () => {
    await expect(timer().stop(NAME)).resolves.toBeUndefined();
  });

  it('does not start again what was stopped', async () => {
    await timer().start(NAME, INPUT);
    await timer().stop(NAME);
    await timer().start(NAME, INPUT);
    expect(executions()).toMatchObject([{ status: 'ABORTED' }]);
  });
});
