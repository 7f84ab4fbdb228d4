import { timerName } from '../../../lambda/domain/timers';
import type { Conversation } from '../../../lambda/domain/record';
import { MINUTE } from './constants';

/** Which timers may run while records are what they are. */
export class TimerRules {
  /** When each timer that was ever owed calls, in milliseconds since 1970. */
  private readonly deadlines = new Map<string, number>();

  /**
   * Timers that would call long from now about a pause that is over or has another deadline, and that nothing is owed
   * to stop. Nearly all that calls within a minute is let be: it finds nothing to do.
   *
   * @param running names of the timers that run
   * @param now     milliseconds since 1970
   */
  strays(
    { conversationSid, pause, pending }: Conversation,
    running: readonly string[],
    now: number,
  ): string[] {
    for (const owed of Object.values(pending))
      if (owed.kind === 'start-timer') this.deadlines.set(owed.name, Date.parse(owed.deadline));
    return running.filter((name) => {
      if (!name.startsWith(conversationSid) || (pause && name === timerName(conversationSid, pause)))
        return false;
      const calls = this.deadlines.get(name) ?? Infinity;
      return (
        calls - MINUTE > now && !(`start-timer:${name}` in pending) && !(`stop-timer:${name}` in pending)
      );
    });
  }
}
