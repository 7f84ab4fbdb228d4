import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

/**
 * Lambda has no run free for `reassign`: all of the account's, or of those that `reassignConcurrency` reserves, are
 * taken. Each timer asks again, up to five minutes later, for a day on average (24.8 hours): longer than 10,000
 * deadlines at one moment take one by one, at 2 s each. CDK's own list leaves this error out.
 */
const THROTTLED: sfn.RetryProps = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxDelay: Duration.minutes(5),
  maxAttempts: 600,
  jitterStrategy: sfn.JitterType.FULL,
};

/**
 * The deadline was taken, and Twilio has too many calls to make its new task. The handler ends this after ten minutes,
 * and the sweep goes on. 10,000 timers that ask again within 30 s bring what Twilio allows and not many times as much,
 * and the last of them has its turn within 30 s of there being room for all.
 */
const STILL_OWED: sfn.RetryProps = {
  errors: ['InviteStillOwed'],
  interval: Duration.seconds(10),
  backoffRate: 1.5,
  maxDelay: Duration.seconds(30),
  maxAttempts: 100,
  jitterStrategy: sfn.JitterType.FULL,
};

/**
 * One retrier for all else that can go wrong in calling `reassign`, up to 3.4 hours (1.7 on average); then the sweep
 * goes on. `States.TaskFailed` stands for every error but a time-out, so also for a handler that fails because
 * it was called up to 5 s early. Full jitter, because many pauses end at the same full hour.
 */
const FAILED: sfn.RetryProps = {
  errors: [sfn.Errors.TASKS_FAILED, sfn.Errors.TIMEOUT],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxDelay: Duration.hours(1),
  maxAttempts: 12,
  jitterStrategy: sfn.JitterType.FULL,
};

/**
 * One execution per paused task: waits until `$.deadline`, then calls `reassign` with the execution's input.
 * A late call is harmless. Two states, because each transition is paid. No log of its own: Step Functions
 * keeps the history of an execution for 90 days.
 */
export class PauseTimer extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly reassign: lambda.IFunction; readonly tracing: boolean },
  ) {
    super(scope, id);
    const wait = new sfn.Wait(this, 'WaitForDeadline', { time: sfn.WaitTime.timestampPath('$.deadline') });
    const reassign = new tasks.LambdaInvoke(this, 'Reassign', {
      lambdaFunction: props.reassign,
      retryOnServiceExceptions: false, // CDK's own retrier would come first and hide ours
    })
      .addRetry(THROTTLED)
      .addRetry(STILL_OWED)
      .addRetry(FAILED);
    this.stateMachine = new sfn.StateMachine(this, 'Machine', {
      stateMachineType: sfn.StateMachineType.STANDARD,
      definitionBody: sfn.DefinitionBody.fromChainable(wait.next(reassign)),
      tracingEnabled: props.tracing,
    });
  }

  /** Also gives the function the machine, as STATE_MACHINE_ARN. Not for `reassign`: the machine needs it first. */
  grantStartAndStop(fn: lambda.Function): void {
    fn.addEnvironment('STATE_MACHINE_ARN', this.stateMachine.stateMachineArn);
    this.stateMachine.grant(fn, 'states:StartExecution');
    this.stateMachine.grantExecution(fn, 'states:StopExecution');
  }
}
