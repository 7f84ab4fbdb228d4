import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Timer } from '../actions/ports';

/** One Standard execution per pause. @param stateMachineArn ARN of the pause timer's state machine */
export function stepFunctionsTimer(client: SFNClient, stateMachineArn: string): Timer {
  return {
    async start(name, input) {
      try {
        const started = { stateMachineArn, name, input: JSON.stringify(input) };
        const { executionArn } = await client.send(new StartExecutionCommand(started));
        if (executionArn === undefined) throw new Error('Step Functions tells of no execution');
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    async stop(name) {
      try {
        await client.send(new StopExecutionCommand({ executionArn: executionArnOf(stateMachineArn, name) }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },
  };
}

/** An execution is called by its machine's ARN and its own name. */
export function executionArnOf(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}
