import { createHash } from 'node:crypto';
import { type Activity, type Clock, type Collection, type State as KeptState } from '../ports';
import { type Json, type StateMachineDefinition } from './definition';
import { contextOf, type Execution, isForgotten, type Position } from './execution';
import { type Outcome, perform, type Surroundings } from './perform';

export interface InterpreterOptions {
  readonly clock: Clock;
  readonly state: KeptState;
  readonly activity: Activity;
  /** Calls a function by its ARN; throws what its handler throws. */
  readonly invoke: (functionArn: string, payload: Json) => Promise<unknown>;
  /** For jitter: 0 up to 1. @default Math.random */
  readonly random?: () => number;
}

/**
 * Runs executions of Standard workflows. Each step is kept before the next begins, so that an execution goes on after a
 * restart: a wait is set again, and a task that was under way is called again, as Step Functions calls at least once.
 */
export class Interpreter {
  readonly #executions: Collection<Execution>;
  readonly #definitions: Collection<StateMachineDefinition>;

  constructor(private readonly options: InterpreterOptions) {
    this.#executions = options.state.collection('executions');
    this.#definitions = options.state.collection('state-machine-definitions');
  }

  /** Goes on with what was running when the process ended. Call once, when functions can be called. */
  resume(): void {
    for (const execution of this.#executions.values()) {
      if (execution.status !== 'RUNNING') continue;
      this.#setTimeout(execution);
      if (execution.position?.wakeAt === undefined) void this.#run(execution);
      else this.#setAlarm(execution);
    }
  }

  /** Unknown ones and those that Step Functions would have forgotten are undefined. */
  get(executionArn: string): Execution | undefined {
    const execution = this.#executions.get(executionArn);
    return execution && !isForgotten(execution, this.options.clock.now()) ? execution : undefined;
  }

  /** Newest first. */
  list(): Execution[] {
    const now = this.options.clock.now();
    const known = this.#executions.values().filter((each) => !isForgotten(each, now));
    return known.sort((a, b) => b.startDate.localeCompare(a.startDate) || a.name.localeCompare(b.name));
  }

  /** Resolves when the new execution is kept. */
  async start(
    definition: StateMachineDefinition,
    begin: Pick<Execution, 'executionArn' | 'stateMachineArn' | 'name' | 'input'>,
  ): Promise<Execution> {
    const startDate = this.options.clock.now().toISOString();
    const position = this.#enter(definition.StartAt, JSON.parse(begin.input) as Json);
    const definitionHash = this.#keepDefinition(definition);
    const execution: Execution = { ...begin, definitionHash, startDate, status: 'RUNNING', position };
    await this.#keep(execution);
    this.#setTimeout(execution);
    void this.#run(execution);
    return execution;
  }

  /** Ends a running execution; a task that is under way goes on, and its result is lost. */
  async stop(execution: Execution, error?: string, cause?: string): Promise<void> {
    await this.#close(execution, 'ABORTED', { error, cause });
  }

  /** Performs state after state until the execution waits or ends. */
  #run(execution: Execution): Promise<void> {
    const work = async () => {
      while (execution.status === 'RUNNING' && execution.position) {
        const { position } = execution;
        const state = this.#definitionOf(execution).States[position.state]!;
        const outcome = await perform(state, position, this.#around(execution, position));
        if (execution.status !== 'RUNNING') return;
        await this.#apply(execution, position, outcome);
        if (outcome.kind === 'sleep') return this.#setAlarm(execution);
      }
    };
    return this.options.activity.track(work());
  }

  async #apply(execution: Execution, position: Position, outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'succeed':
        return this.#close(execution, 'SUCCEEDED', { output: JSON.stringify(outcome.output) });
      case 'fail':
        return this.#close(execution, 'FAILED', { error: outcome.error, cause: outcome.cause });
      case 'go':
        execution.position = this.#enter(outcome.to, outcome.output);
        return this.#keep(execution);
      case 'sleep':
        execution.position = { ...position, wakeAt: outcome.until.toISOString(), retries: outcome.retries };
        return this.#keep(execution);
    }
  }

  async #close(
    execution: Execution,
    status: Execution['status'],
    result: { output?: string; error?: string | undefined; cause?: string | undefined },
  ): Promise<void> {
    this.options.clock.clearAlarm(waitKey(execution));
    this.options.clock.clearAlarm(timeoutKey(execution));
    delete execution.position;
    Object.assign(execution, { status, stopDate: this.options.clock.now().toISOString(), ...result });
    await this.#keep(execution);
  }

  #enter(state: string, input: Json): Position {
    return { state, input, enteredAt: this.options.clock.now().toISOString(), retries: [] };
  }

  #around(execution: Execution, position: Position): Surroundings {
    const { clock, invoke, random = Math.random } = this.options;
    return { context: contextOf(execution, position), now: () => clock.now(), random, invoke };
  }

  /** It may have been stopped while its wait was being kept. */
  #setAlarm(execution: Execution): void {
    const wakeAt = execution.position?.wakeAt;
    if (wakeAt === undefined) return;
    this.options.clock.setAlarm(waitKey(execution), new Date(wakeAt), () => this.#run(execution));
  }

  #setTimeout(execution: Execution): void {
    const seconds = this.#definitionOf(execution).TimeoutSeconds;
    if (seconds === undefined) return;
    const at = new Date(Date.parse(execution.startDate) + seconds * 1000);
    this.options.clock.setAlarm(timeoutKey(execution), at, () =>
      this.#close(execution, 'TIMED_OUT', { error: 'States.Timeout' }),
    );
  }

  #definitionOf(execution: Execution): StateMachineDefinition {
    return this.#definitions.get(execution.definitionHash)!;
  }

  #keepDefinition(definition: StateMachineDefinition): string {
    const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex');
    if (!this.#definitions.get(hash)) this.#definitions.set(hash, definition);
    return hash;
  }

  async #keep(execution: Execution): Promise<void> {
    this.#executions.set(execution.executionArn, execution);
    await this.options.state.flush();
  }
}

function waitKey({ executionArn }: Execution): string {
  return `wait of ${executionArn}`;
}

function timeoutKey({ executionArn }: Execution): string {
  return `time-out of ${executionArn}`;
}
