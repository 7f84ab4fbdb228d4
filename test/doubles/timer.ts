import type { Timer, TimerInput } from '../../lambda/actions/ports';
import { frozen } from './frozen';

export interface Execution {
  readonly name: string;
  readonly input: TimerInput;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'ABORTED';
}

/** Step Functions in memory: a name is taken for ever, also by an execution that has ended. */
export class MemoryTimer implements Timer {
  readonly calls: string[] = [];
  private readonly executions = new Map<string, Execution>();
  private failures = { start: 0, stop: 0 };

  async start(name: string, input: TimerInput): Promise<void> {
    this.called('start', name);
    if (name.length > 80) throw new Error('InvalidName');
    if (!this.executions.has(name))
      this.executions.set(name, { name, input: frozen(input), status: 'RUNNING' });
  }

  async stop(name: string): Promise<void> {
    this.called('stop', name);
    const execution = this.executions.get(name);
    if (execution?.status === 'RUNNING') this.executions.set(name, { ...execution, status: 'ABORTED' });
  }

  list(): Execution[] {
    return [...this.executions.values()];
  }

  running(): Execution[] {
    return this.list().filter(({ status }) => status === 'RUNNING');
  }

  /** The wait is over: the execution calls its Lambda, and ends. */
  finish(name: string): void {
    const execution = this.executions.get(name);
    if (execution) this.executions.set(name, { ...execution, status: 'SUCCEEDED' });
  }

  fail(call: 'start' | 'stop', count: number): void {
    this.failures = { ...this.failures, [call]: count };
  }

  private called(call: 'start' | 'stop', name: string): void {
    this.calls.push(`${call} ${name}`);
    if (this.failures[call] === 0) return;
    this.failures[call]--;
    throw new Error(`Step Functions does not answer: ${call}`);
  }
}
