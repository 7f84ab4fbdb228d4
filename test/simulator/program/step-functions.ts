import type { Timer, TimerInput } from '../../../lambda/actions/ports';
import { Interpreter } from '../../../local/step-functions/interpreter';
import { check } from '../../../local/step-functions/check';
import { checkInput, checkName } from '../../../local/step-functions/limits';
import type { State } from '../../../local/ports';
import { HOUR, SECOND } from './constants';
import type { Fault, Faults } from './faults';
import type { Fate, Runs } from './runs';
import type { SimulatedTime } from './simulated-time';

/** How much too early a wait may end, in milliseconds. */
const MOST_EARLY = 4 * SECOND;

const MACHINE = 'arn:aws:states:us-east-1:000000000000:stateMachine:PauseTimer';
const EXECUTIONS = MACHINE.replace(':stateMachine:', ':execution:');

class NoAnswer extends Error {
  override readonly name = 'ThrottlingException';
}

/** Executions of the deployed definition, with what Step Functions can do to its callers. */
export class StepFunctions implements Timer {
  private readonly interpreter: Interpreter;
  private readonly definition;
  private readonly lost = new Set<string>();
  private readonly namesOf = new Map<string, Set<string>>();
  /** Where set, no wait ends by itself; what then follows, by the execution's name. */
  held: Map<string, { readonly at: Date; readonly fire: () => void }> | undefined;

  /** @param definition of the pause timer, as the stack has it */
  constructor(
    definition: unknown,
    state: State,
    deadline: (input: TimerInput, key: string) => Promise<unknown>,
    private readonly runs: Runs,
    private readonly time: SimulatedTime,
    private readonly faults: Faults,
  ) {
    this.definition = check(definition);
    let calls = 0;
    this.interpreter = new Interpreter({
      state,
      clock: {
        now: () => time.now(),
        setAlarm: (key, at, fire) => this.setAlarm(key, at, fire),
        clearAlarm: (key) => this.clearAlarm(key),
      },
      activity: { track: (work) => work },
      invoke: (_arn, payload) => deadline(payload as unknown as TimerInput, `deadline ${++calls}`),
      random: () => faults.chance.of(`jitter ${calls}`),
    });
  }

  start(name: string, input: TimerInput): Promise<void> {
    const isImpossible = this.faults.strikes('start-for-ever-impossible', name);
    return this.ask('start', isImpossible, async () => {
      if (this.interpreter.get(arn(name)) !== undefined) return;
      this.remember(name, input);
      await this.interpreter.start(this.definition, {
        executionArn: arn(name),
        stateMachineArn: MACHINE,
        name: checkName(name),
        input: checkInput(JSON.stringify(input)),
      });
    });
  }

  stop(name: string): Promise<void> {
    return this.ask('stop', false, async () => {
      const execution = this.interpreter.get(arn(name));
      if (execution?.status === 'RUNNING') await this.interpreter.stop(execution);
    });
  }

  /** Of those that are running, what they wait for, by name; also of those whose wait is lost. */
  deadlines(): Map<string, string> {
    const running = this.interpreter.list().filter(({ status }) => status === 'RUNNING');
    return new Map(running.map(({ name, input }) => [name, (JSON.parse(input) as TimerInput).deadline]));
  }

  /** Names of those that are running, but for the ones that Step Functions has lost. */
  running(): string[] {
    return [...this.namesOf.keys()].flatMap((conversationSid) => this.runningFor(conversationSid));
  }

  /** As `running`, of one conversation. */
  runningFor(conversationSid: string): string[] {
    return [...(this.namesOf.get(conversationSid) ?? [])].filter(
      (name) =>
        this.interpreter.get(arn(name))?.status === 'RUNNING' && !this.lost.has(`wait of ${arn(name)}`),
    );
  }

  private remember(name: string, { conversationSid }: TimerInput): void {
    this.namesOf.set(conversationSid, (this.namesOf.get(conversationSid) ?? new Set()).add(name));
  }

  /** The wait of an execution is over at this moment, unless it is lost, late or early. */
  private setAlarm(key: string, at: Date, fire: () => void | Promise<void>): void {
    if (this.held) {
      this.held.set(key, { at, fire: () => void fire() });
      return;
    }
    if (this.faults.strikes('timer-lost', key)) {
      this.lost.add(key);
      return;
    }
    const late = this.faults.strikes('timer-late', key)
      ? this.faults.chance.between(`late ${key}`, SECOND, 3 * HOUR)
      : 0;
    const early = this.faults.strikes('timer-early', key)
      ? this.faults.chance.between(`early ${key}`, 1, MOST_EARLY)
      : 0;
    const moment = Math.max(at.getTime() - early, this.time.moment()) + late;
    this.time.setAlarm(key, new Date(moment), () => {
      if (this.faults.strikes('timer-twice', key))
        this.time.after(this.faults.chance.between(`again ${key}`, 0, 2_000), () => void fire());
      void fire();
    });
  }

  private clearAlarm(key: string): void {
    this.held?.delete(key);
    this.time.clearAlarm(key);
  }

  /** Waits end again, those that should have ended at once. */
  release(): void {
    const waiting = [...(this.held ?? [])];
    this.held = undefined;
    for (const [key, { at, fire }] of waiting) this.setAlarm(key, at, fire);
  }

  private ask(name: 'start' | 'stop', isThrottled: boolean, perform: () => Promise<void>): Promise<void> {
    return this.runs.call(name, perform, this.fateOf(name, isThrottled));
  }

  private fateOf(name: 'start' | 'stop', isThrottled: boolean): Fate<void> {
    const key = `${name} ${this.runs.current?.key} ${this.runs.current?.calls}`;
    const carriedOutAfter = this.faults.chance.between(key, 5, 60);
    const answeredAfter = carriedOutAfter + this.faults.chance.between(`${key} back`, 1, 30);
    const fails = () => ({ error: new NoAnswer(name) });
    const fault: Fault = name === 'start' ? 'start-throttled' : 'stop-failing';
    if (isThrottled || this.faults.isOut('step functions') || this.faults.strikes(fault, key))
      return { carriedOutAfter: null, answeredAfter: 1_500, instead: fails() };
    if (name === 'start' && this.faults.strikes('start-failed-carried-out', key))
      return { carriedOutAfter, answeredAfter: 2_000, instead: fails() };
    if (name === 'start' && this.faults.strikes('start-failed-carried-out-later', key)) {
      const later = this.faults.chance.between(`${key} later`, 2 * SECOND, 50 * SECOND);
      return { carriedOutAfter: later, answeredAfter: 2_000, instead: fails() };
    }
    return { carriedOutAfter, answeredAfter };
  }
}

function arn(name: string): string {
  return `${EXECUTIONS}:${name}`;
}
