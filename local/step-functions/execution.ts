import { type Json } from './definition';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' | 'TIMED_OUT';

/** Where a running execution is. */
export interface Position {
  readonly state: string;
  readonly input: Json;
  /** ISO 8601. */
  readonly enteredAt: string;
  /** Until when it waits, in a Wait state or before a retry (ISO 8601); in the past once that wait is over. */
  readonly wakeAt?: string;
  /** Retries so far in this state, by retrier. */
  readonly retries: readonly number[];
}

/** One execution of a Standard workflow, as it is kept. Times are ISO 8601 of the product's clock. */
export interface Execution {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  /** The definition that it was started with, by its hash: a later one does not change it. */
  readonly definitionHash: string;
  readonly input: string;
  readonly startDate: string;
  status: ExecutionStatus;
  position?: Position;
  stopDate?: string;
  output?: string;
  error?: string;
  cause?: string;
}

/** How long a closed execution is known, and its name taken. Source: Step Functions API reference, StartExecution. */
const REMEMBERED_MS = 90 * 24 * 60 * 60 * 1000;

/** Whether Step Functions has forgotten the execution by `now`. */
export function isForgotten(execution: Execution, now: Date): boolean {
  return execution.stopDate !== undefined && Date.parse(execution.stopDate) + REMEMBERED_MS <= now.getTime();
}

/** The context object, `$$`. */
export function contextOf(execution: Execution, position: Position): Json {
  return {
    Execution: {
      Id: execution.executionArn,
      Input: JSON.parse(execution.input) as Json,
      Name: execution.name,
      StartTime: execution.startDate,
    },
    State: {
      EnteredTime: position.enteredAt,
      Name: position.state,
      RetryCount: position.retries.reduce((sum, each) => sum + each, 0),
    },
    StateMachine: {
      Id: execution.stateMachineArn,
      Name: execution.stateMachineArn.replace(/^.*:/, ''),
    },
  };
}
