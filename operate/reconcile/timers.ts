import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { type TimerInput } from '../../lambda/actions/ports';
import { type Pause } from '../../lambda/domain/record';
import { timerName } from '../../lambda/domain/timers';

const PAGE_SIZE = 1_000;

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
    let nextToken: string | undefined;
    do {
      const page = await this.client.send(
        new ListExecutionsCommand({
          stateMachineArn: this.stateMachineArn,
          statusFilter: 'RUNNING',
          maxResults: PAGE_SIZE,
          ...(nextToken === undefined ? {} : { nextToken }),
        }),
      );
      for (const { name = '', startDate } of page.executions ?? []) all.push(...timerIn(name, startDate));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
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
    return { executionArn: `${this.stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}` };
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
