import { DescribeExecutionCommand, ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn';
import { type TimerInput } from '../../lambda/actions/ports';
import { executionArnOf } from '../../lambda/adapters/step-functions';
import { type Pause } from '../../lambda/domain/record';
import { timerName } from '../../lambda/domain/timers';
import { runningExecutions } from '../running-executions';

/** A timer that waits, and what it knows of its pause. */
export interface RunningTimer {
  readonly name: string;
  readonly conversationSid: string;
  readonly pauseId: string;
  /** Which of the pause's timers it is. */
  readonly number: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** Names of executions, which tell what they are of: `{conversationSid}-{pauseId}-{number}`. */
const NAME = /^(CH[0-9a-fA-F]{32})-(.+)-(\d+)$/;

/** The state machine's executions. */
export class Timers {
  constructor(
    private readonly client: SFNClient,
    private readonly stateMachineArn: string,
  ) {}

  /** All that wait, by conversation; of each the newest first. */
  async running(): Promise<ReadonlyMap<string, readonly RunningTimer[]>> {
    const all: RunningTimer[] = [];
    for await (const { executions = [] } of runningExecutions(this.client, this.stateMachineArn))
      for (const { name = '', startDate } of executions) all.push(...timerIn(name, startDate));
    all.sort((one, other) => other.startedAt - one.startedAt || other.number - one.number);
    return byConversation(all);
  }

  async inputOf({ name }: Pick<RunningTimer, 'name'>): Promise<TimerInput> {
    const { input = '' } = await this.client.send(new DescribeExecutionCommand(this.#named(name)));
    return JSON.parse(input) as TimerInput;
  }

  /** The first number, from the pause's own on, whose name no execution has ever had: a name is never used twice. */
  async freeNumber(conversationSid: string, pause: Pause): Promise<number> {
    for (let number = pause.timers; ; number++)
      if (!(await this.#exists(timerName(conversationSid, { ...pause, timers: number })))) return number;
  }

  async #exists(name: string): Promise<boolean> {
    try {
      await this.client.send(new DescribeExecutionCommand(this.#named(name)));
      return true;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  }

  #named(name: string) {
    return { executionArn: executionArnOf(this.stateMachineArn, name) };
  }
}

function timerIn(name: string, startDate: Date | undefined): RunningTimer[] {
  const [, conversationSid, pauseId, number] = NAME.exec(name) ?? [];
  if (conversationSid === undefined || pauseId === undefined) return [];
  const startedAt = startDate?.getTime() ?? 0;
  return [{ name, conversationSid, pauseId, number: Number(number), startedAt }];
}

function byConversation(all: readonly RunningTimer[]): Map<string, RunningTimer[]> {
  const found = new Map<string, RunningTimer[]>();
  for (const timer of all)
    found.set(timer.conversationSid, [...(found.get(timer.conversationSid) ?? []), timer]);
  return found;
}
