import {
  type FailState,
  type Json,
  LAMBDA_INVOKE,
  type State,
  type TaskState,
  type WaitState,
} from './definition';
import { type Position } from './execution';
import { fill, readPath, selectBy, writePath } from './paths';
import { retryAfter } from './retry';
import { StatesError } from './states-error';

/** What follows from being in a state. */
export type Outcome =
  | { kind: 'sleep'; until: Date; retries: readonly number[] }
  | { kind: 'go'; to: string; output: Json }
  | { kind: 'succeed'; output: Json }
  | { kind: 'fail'; error?: string; cause?: string };

export interface Surroundings {
  readonly context: Json;
  readonly now: () => Date;
  readonly random: () => number;
  /** Calls a function by its ARN; throws what its handler throws. */
  readonly invoke: (functionArn: string, payload: Json) => Promise<unknown>;
}

/** Carries out the state in which an execution is. */
export async function perform(state: State, position: Position, around: Surroundings): Promise<Outcome> {
  try {
    return await outcomeOf(state, position, around);
  } catch (thrown) {
    if (!(thrown instanceof StatesError)) throw thrown;
    return state.Type === 'Task' ? afterError(state, position, thrown, around) : failure(thrown);
  }
}

async function outcomeOf(state: State, position: Position, around: Surroundings): Promise<Outcome> {
  const input = () =>
    selectBy(state.Type === 'Fail' ? undefined : state.InputPath, position.input, around.context);
  switch (state.Type) {
    case 'Wait':
      return position.wakeAt === undefined
        ? { kind: 'sleep', until: endOfWait(state, input(), position, around), retries: [] }
        : onwards(state, input(), around);
    case 'Task':
      return onwards(state, await taskOutput(state, input(), position, around), around);
    case 'Pass': {
      const result = state.Result ?? fill(state.Parameters, input(), around.context);
      return onwards(state, writePath(state.ResultPath, position.input, result), around);
    }
    case 'Succeed':
      return { kind: 'succeed', output: selectBy(state.OutputPath, input(), around.context) };
    case 'Fail':
      return failed(state);
  }
}

function onwards(state: Exclude<State, FailState>, output: Json, { context }: Surroundings): Outcome {
  const selected = selectBy(state.OutputPath, output, context);
  return 'Next' in state && state.Next !== undefined
    ? { kind: 'go', to: state.Next, output: selected }
    : { kind: 'succeed', output: selected };
}

function failed({ Error: error, Cause: cause }: FailState): Outcome {
  return {
    kind: 'fail',
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

function failure({ error, cause }: StatesError): Outcome {
  return { kind: 'fail', error, cause };
}

function endOfWait(state: WaitState, input: Json, position: Position, { context }: Surroundings): Date {
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = state;
  if (Timestamp !== undefined) return timestamp(Timestamp);
  if (TimestampPath !== undefined) return timestamp(readPath(TimestampPath, input, context));
  const seconds = Seconds ?? readPath(SecondsPath!, input, context);
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
    throw new StatesError('States.Runtime', 'The seconds to wait are not a whole number of 0 or more.');
  }
  return new Date(Date.parse(position.enteredAt) + seconds * 1000);
}

/** RFC 3339 with a capital T and a zone, as the language asks for. */
function timestamp(text: Json): Date {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  if (typeof text !== 'string' || !form.test(text) || Number.isNaN(Date.parse(text))) {
    throw new StatesError('States.Runtime', 'The moment to wait for is not an ISO 8601 timestamp.');
  }
  return new Date(text);
}

async function taskOutput(
  state: TaskState,
  input: Json,
  position: Position,
  around: Surroundings,
): Promise<Json> {
  const parameters = fill(state.Parameters, input, around.context);
  const result = await call(state.Resource, parameters, around);
  const selected =
    state.ResultSelector === undefined ? result : fill(state.ResultSelector, result, around.context);
  return writePath(state.ResultPath, position.input, selected);
}

async function call(resource: string, parameters: Json, { invoke }: Surroundings): Promise<Json> {
  if (!LAMBDA_INVOKE.test(resource)) return answerOf(invoke(resource, parameters));
  const { FunctionName, Payload } = parameters as { FunctionName: string; Payload?: Json };
  const answer = await answerOf(invoke(FunctionName, Payload ?? {}));
  return { ExecutedVersion: '$LATEST', Payload: answer, StatusCode: 200 };
}

/** A function answers JSON, and nothing as null. */
async function answerOf(invocation: Promise<unknown>): Promise<Json> {
  try {
    return JSON.parse(JSON.stringify((await invocation) ?? null)) as Json;
  } catch (thrown) {
    throw StatesError.fromHandler(thrown);
  }
}

function afterError(state: TaskState, position: Position, error: StatesError, around: Surroundings): Outcome {
  const again = retryAfter(state.Retry ?? [], position.retries, error, around.random);
  if (again) {
    const retries = (state.Retry ?? []).map(
      (_, i) => (position.retries[i] ?? 0) + (i === again.retrier ? 1 : 0),
    );
    return { kind: 'sleep', until: new Date(around.now().getTime() + again.delayMs), retries };
  }
  const catcher = state.Catch?.find(({ ErrorEquals }) => error.isAmong(ErrorEquals));
  if (!catcher) return failure(error);
  const output = writePath(catcher.ResultPath, position.input, { Error: error.error, Cause: error.cause });
  return { kind: 'go', to: catcher.Next, output };
}
