/** The part of the Amazon States Language (JSONPath) that the interpreter knows; `check` refuses the rest. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface StateMachineDefinition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  /** The longest that an execution may run. */
  readonly TimeoutSeconds?: number;
}

export type State = WaitState | TaskState | PassState | SucceedState | FailState;

/** Where an execution goes after a state: one of the two. */
export interface Transition {
  readonly Next?: string;
  readonly End?: boolean;
}

/** `null` stands for an empty object, as the language says. */
interface InputAndOutput {
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
}

/** One of the four. */
export interface WaitState extends Transition, InputAndOutput {
  readonly Type: 'Wait';
  readonly Seconds?: number;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
}

export interface TaskState extends Transition, InputAndOutput {
  readonly Type: 'Task';
  /** `arn:aws:states:::lambda:invoke`, or the ARN of a function. */
  readonly Resource: string;
  readonly Parameters?: Json;
  readonly ResultSelector?: Json;
  readonly ResultPath?: string | null;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface PassState extends Transition, InputAndOutput {
  readonly Type: 'Pass';
  readonly Parameters?: Json;
  readonly Result?: Json;
  readonly ResultPath?: string | null;
}

export interface SucceedState extends InputAndOutput {
  readonly Type: 'Succeed';
}

export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: string | null;
}

/** Step Functions' own integration with Lambda; partitions differ. */
export const LAMBDA_INVOKE = /^arn:aws[a-z-]*:states:::lambda:invoke$/;
/** A function called directly: its result is the state's result. */
export const LAMBDA_FUNCTION = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;
