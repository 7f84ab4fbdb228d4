import validateAsl from 'asl-validator';
import { InviteStillOwed } from '../../lambda/actions/deadline';
import { synthesizeWithoutBundling } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { onlyOf } from './templates';

describe('pause timer', () => {
  const { template } = synthesizeWithoutBundling();
  const machine = onlyOf(template, 'AWS::StepFunctions::StateMachine');
  const definition: unknown = JSON.parse(writtenOut(template, machine.Properties['DefinitionString']));

  it('waits for the deadline, then calls reassign with the input as it is, and has no third state', () => {
    expect(definition).toEqual({
      StartAt: 'WaitForDeadline',
      States: {
        WaitForDeadline: { Type: 'Wait', TimestampPath: '$.deadline', Next: 'Reassign' },
        Reassign: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: {
            FunctionName: 'arn:aws:lambda:region:account:function:reassign',
            'Payload.$': '$',
          },
          Retry: expect.any(Array) as unknown,
          End: true,
        },
      },
    });
  });

  it('asks again for a day where Lambda has no run free, within 30 s where Twilio has none, and repeats what else failed', () => {
    const rule = { IntervalSeconds: 5, BackoffRate: 2, JitterStrategy: 'FULL' };
    expect(definition).toHaveProperty('States.Reassign.Retry', [
      { ErrorEquals: ['Lambda.TooManyRequestsException'], ...rule, MaxDelaySeconds: 300, MaxAttempts: 600 },
      {
        ErrorEquals: [new InviteStillOwed().name],
        ...rule,
        IntervalSeconds: 10,
        BackoffRate: 1.5,
        MaxDelaySeconds: 30,
        MaxAttempts: 100,
      },
      {
        ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
        ...rule,
        MaxDelaySeconds: 3600,
        MaxAttempts: 12,
      },
    ]);
  });

  it('is valid Amazon States Language', () => {
    const result = validateAsl(structuredClone(definition)); // it writes defaults into what it is given
    expect(result.isValid ? '' : result.errorsText()).toBe('');
  });

  it('is a Standard machine: an Express one ends after five minutes', () => {
    expect(machine.Properties['StateMachineType']).toBe('STANDARD');
  });

  it('logs nothing, so no execution data either', () => {
    expect(machine.Properties['LoggingConfiguration']).toBeUndefined();
  });
});
