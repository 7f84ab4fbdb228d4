import { randomUUID } from 'node:crypto';
import { type RequestListener } from 'node:http';
import { AwsError, awsJson, type AwsOperation } from '../aws-json';
import { check } from './check';
import { type StateMachineDefinition } from './definition';
import { type Execution, type ExecutionStatus } from './execution';
import { Interpreter, type InterpreterOptions } from './interpreter';
import { checkInput, checkName } from './limits';

type Input = Parameters<AwsOperation>[0];

/** A row of `/local/timers`. */
export interface Timer {
  readonly name: string;
  readonly status: ExecutionStatus;
  /** When its wait ends, ISO 8601; null when it does not wait. */
  readonly wakeAt: string | null;
  readonly input: unknown;
}

export interface StepFunctionsOptions extends InterpreterOptions {
  /** Definitions by the ARN of their state machine; each is checked. */
  readonly stateMachines: Readonly<Record<string, unknown>>;
}

/** Step Functions with the given Standard state machines. */
export class StepFunctions {
  readonly #machines: ReadonlyMap<string, StateMachineDefinition>;
  readonly #interpreter: Interpreter;

  /** @throws Error when a definition holds something that the interpreter does not know */
  constructor(private readonly options: StepFunctionsOptions) {
    this.#machines = new Map(Object.entries(options.stateMachines).map(([arn, each]) => [arn, check(each)]));
    this.#interpreter = new Interpreter(options);
  }

  /** Speaks AWS's JSON protocol: StartExecution, StopExecution, DescribeExecution, ListExecutions. */
  readonly listener: RequestListener = awsJson('application/x-amz-json-1.0', {
    StartExecution: (input) => this.#start(input),
    StopExecution: (input) => this.#stop(input),
    DescribeExecution: (input) => describe(this.#execution(input)),
    ListExecutions: (input) => this.#list(input),
  });

  /** Goes on with what was running when the process ended. */
  resume(): void {
    this.#interpreter.resume();
  }

  /** All executions, newest first. */
  timers(): Timer[] {
    return this.#interpreter.list().map(({ name, status, position, input }) => {
      return { name, status, wakeAt: position?.wakeAt ?? null, input: JSON.parse(input) as unknown };
    });
  }

  async #start(given: Input): Promise<object> {
    const stateMachineArn = text(given, 'stateMachineArn');
    const definition = this.#machine(stateMachineArn);
    const name = given.name === undefined ? randomUUID() : checkName(given.name);
    const input = checkInput(given.input ?? '{}');
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const same = this.#interpreter.get(executionArn);
    if (same && (same.status !== 'RUNNING' || same.input !== input)) {
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
    }
    const begin = { executionArn, stateMachineArn, name, input };
    const execution = same ?? (await this.#interpreter.start(definition, begin));
    await this.options.state.flush(); // the request that began the same one may still be at it
    return { executionArn, startDate: seconds(execution.startDate) };
  }

  async #stop(given: Input): Promise<object> {
    const execution = this.#execution(given);
    if (execution.status === 'RUNNING') {
      await this.#interpreter.stop(execution, optionalText(given, 'error'), optionalText(given, 'cause'));
    }
    return { stopDate: seconds(execution.stopDate!) };
  }

  #list(given: Input): object {
    const stateMachineArn = text(given, 'stateMachineArn');
    this.#machine(stateMachineArn);
    const of = this.#interpreter.list().filter((each) => each.stateMachineArn === stateMachineArn);
    const start =
      given.nextToken === undefined ? 0 : of.findIndex((each) => tokenOf(each) === given.nextToken);
    if (start < 0) throw new AwsError('InvalidToken', 'Invalid Token');
    const wanted = of.slice(start).filter((each) => (given.statusFilter ?? each.status) === each.status);
    const limit = Number(given.maxResults) || 100;
    const next = wanted[limit];
    return {
      executions: wanted.slice(0, limit).map(summary),
      ...(next && { nextToken: tokenOf(next) }),
    };
  }

  #machine(arn: string): StateMachineDefinition {
    const machine = this.#machines.get(arn);
    if (machine) return machine;
    if (!/^arn:aws[a-z-]*:states:.*:stateMachine:/.test(arn))
      throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  #execution(given: Input): Execution {
    const arn = text(given, 'executionArn');
    const execution = this.#interpreter.get(arn);
    if (execution) return execution;
    if (!/^arn:aws[a-z-]*:states:.*:execution:/.test(arn))
      throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }
}

function summary({ executionArn, stateMachineArn, name, status, startDate, stopDate }: Execution): object {
  const stopped = stopDate === undefined ? {} : { stopDate: seconds(stopDate) };
  return { executionArn, stateMachineArn, name, status, startDate: seconds(startDate), ...stopped };
}

function describe(execution: Execution): object {
  const { input, output, error, cause } = execution;
  return { ...summary(execution), input, output, error, cause, redriveCount: 0 };
}

function tokenOf({ executionArn }: Execution): string {
  return Buffer.from(executionArn).toString('base64url');
}

/** AWS's JSON protocol has times in seconds since 1970. */
function seconds(date: string): number {
  return Date.parse(date) / 1000;
}

function text(given: Input, field: string): string {
  const value = optionalText(given, field);
  if (value !== undefined) return value;
  throw new AwsError(
    'ValidationException',
    `Value null at '${field}' failed to satisfy constraint: Member must not be null`,
  );
}

function optionalText(given: Input, field: string): string | undefined {
  const value = given[field];
  return typeof value === 'string' ? value : undefined;
}
