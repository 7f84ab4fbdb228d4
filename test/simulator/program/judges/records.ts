import type { Check } from '../checks';
import type { Parts } from '../parts';
import {
  futuresOf,
  hasItsMoment,
  hookHasItsReason,
  pausedIsOver,
  pauseEndsRightly,
  versionIsNext,
} from '../record-rules';
import { TimerRules } from '../timer-rules';
import { isLive } from '../twilio';
import type { Write } from './write';

/** What each version of a record must be, beside the version before it and what runs outside. */
export class Records {
  private readonly timerRules = new TimerRules();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'twilio' | 'stepFunctions'>,
    private readonly check: Check,
  ) {}

  wrote({ before, after, show }: Write): void {
    this.check('each write makes the next version', versionIsNext(before, after), show);
    this.check(
      'a conversation that is not closed has exactly one future',
      futuresOf(after).length === 1,
      () => `${futuresOf(after).join(' and ') || 'none'}: ${show()}`,
    );
    this.check('what is owed has a moment, and the record wakes by it', hasItsMoment(after), show);
    this.check(
      'paused only when the agent is free of the task',
      pausedIsOver(before, after, (task) => this.isLive(task)),
      show,
    );
    this.check(
      'a pause ends by a resume, a reassignment, a reply, its deadline, an end or another task',
      pauseEndsRightly(before, after),
      show,
    );
    this.check(
      'a flow has what the customer writes only while it is to have it',
      hookHasItsReason(after),
      show,
    );
    const running = this.world.stepFunctions.runningFor(after.conversationSid);
    const strays = this.timerRules.strays(after, running, this.world.time.moment());
    this.check(
      'a timer that is moot is stopped, or owed to be',
      strays.length === 0,
      () => `${strays.join(' ')}: ${show()}`,
    );
  }

  private isLive(taskSid: string): boolean {
    const task = this.world.twilio.platform.store.tasks.get(taskSid);
    return task !== undefined && isLive(task);
  }
}
