import type { Task } from '../../../local/twilio/records';
import { MINUTE } from './constants';

const INVITES_ARRIVE_WITHIN = 5 * MINUTE;

/**
 * Which tasks may live side by side. Nobody removes a task, so where Flex has made one of its own, or Twilio has carried
 * an invite out after everybody had given it up, that task and those that it met go on beside each other. One that is
 * left alone, and is the record's, is like any other again.
 */
export class TaskRules {
  private readonly byInvite = new Map<string, string[]>();
  private readonly foreign = new Set<string>();
  private readonly late = new Set<string>();
  private readonly besideOthers = new Set<string>();
  private readonly aloneSince = new Map<string, number>();

  /** Flex, not we, made this task. @param live others of the conversation */
  madeByFlex(taskSid: string, live: readonly Task[]): void {
    this.foreign.add(taskSid);
    this.letBe(taskSid, live);
  }

  /** Twilio made this task when its invite had been given up: more than a minute after the call had timed out, or overtaken. */
  madeTooLate(taskSid: string): void {
    this.late.add(taskSid);
  }

  isForeign(taskSid: string): boolean {
    return this.foreign.has(taskSid);
  }

  /** A task was made that carries our marker. @param live others of the conversation */
  made(taskSid: string, inviteId: string, live: readonly Task[]): { isOnlyOne: boolean; besides: Task[] } {
    const before = this.byInvite.get(inviteId) ?? [];
    this.byInvite.set(inviteId, [...before, taskSid]);
    const isLate = this.late.has(taskSid);
    const doubled = before.filter((sid) => isLate || this.late.has(sid));
    const mayBeThere = (sid: string): boolean =>
      this.mayLiveBeside(sid) || this.late.has(sid) || doubled.includes(sid);
    const besides = live.filter(({ sid }) => !isLate && !mayBeThere(sid));
    if (live.length > 0 || (isLate && before.length > 0)) this.letBe(taskSid, live);
    return { isOnlyOne: isLate || before.length === doubled.length, besides };
  }

  mayLiveBeside(taskSid: string): boolean {
    return this.besideOthers.has(taskSid);
  }

  /** It is the record's; once it has been the only one that lives for so long, no invite is on its way any more. */
  isCurrent(taskSid: string, others: readonly Task[], now: number): void {
    const since = this.aloneSince.get(taskSid) ?? now;
    if (others.length > 0) this.aloneSince.delete(taskSid);
    else if (now - since > INVITES_ARRIVE_WITHIN) this.besideOthers.delete(taskSid);
    else this.aloneSince.set(taskSid, since);
  }

  private letBe(taskSid: string, live: readonly Task[]): void {
    for (const sid of [taskSid, ...live.map((task) => task.sid)]) this.besideOthers.add(sid);
  }
}
