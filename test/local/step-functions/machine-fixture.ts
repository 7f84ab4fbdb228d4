import { type Json } from '../../../local/step-functions/definition';
import { StepFunctions } from '../../../local/step-functions/service';
import { LocalClock } from '../../../local/clock';
import { LocalActivity } from '../../../local/activity';
import { LocalState } from '../../../local/state';
import { serve, type Served } from '../../../local/http-server';

export const MACHINE_ARN = 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer';
export const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:000000000000:function:Reassign';

/** What CDK makes of a pause timer. */
export const PAUSE_TIMER = {
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', TimestampPath: '$.deadline', Next: 'Reassign' },
    Reassign: {
      End: true,
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: FUNCTION_ARN, 'Payload.$': '$' },
      Retry: [
        {
          ErrorEquals: ['States.TaskFailed'],
          IntervalSeconds: 5,
          BackoffRate: 2,
          MaxAttempts: 3,
          MaxDelaySeconds: 15,
        },
      ],
    },
  },
};

export type Invoke = (functionArn: string, payload: Json) => Promise<unknown>;

/** A machine of one definition on a started clock; `again` is the same after a restart. */
export async function machine(definition: unknown, invoke: Invoke = async () => null, kept?: LocalState) {
  const state = kept ?? (await LocalState.open());
  const activity = new LocalActivity();
  const clock = new LocalClock(state, activity);
  const stateMachines = { [MACHINE_ARN]: definition };
  const service = new StepFunctions({ stateMachines, clock, state, activity, invoke, random: () => 0.5 });
  clock.start({ next: async () => undefined, sweep: async () => undefined });
  service.resume();
  const server: Served = await serve(service.listener);
  const call = async (operation: string, input: object): Promise<Record<string, Json>> => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Record<string, Json>;
  };
  const run = async (input: Json = {}, name = 'one') => {
    const { executionArn } = await call('StartExecution', {
      stateMachineArn: MACHINE_ARN,
      name,
      input: JSON.stringify(input),
    });
    await activity.idle();
    return () => call('DescribeExecution', { executionArn: executionArn! });
  };
  const close = async () => {
    await clock.close();
    await server.close();
  };
  return { state, clock, activity, service, server, call, run, close };
}
