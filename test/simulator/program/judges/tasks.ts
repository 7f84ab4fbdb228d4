import { markerIn } from '../../../../lambda/domain/invite-routing';
import type { Task } from '../../../../local/twilio/records';
import type { Check } from '../checks';
import type { Parts } from '../parts';
import { TaskRules } from '../task-rules';
import type { Write } from './write';

/** Which tasks there may be for a conversation. */
export class Tasks {
  private readonly rules = new TaskRules();
  /** Tasks that agents had when they paused. */
  private readonly putAside = new Set<string>();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'twilio'>,
    private readonly check: Check,
  ) {}

  /** A transfer, or Flex's own return from its Leave and Pause: tasks that are not ours. */
  madeByFlex({ sid, conversationSid }: Task): void {
    this.rules.madeByFlex(sid, this.othersThan(sid, conversationSid));
  }

  madeTooLate({ sid }: Task): void {
    this.rules.madeTooLate(sid);
  }

  mayLiveBeside(taskSid: string): boolean {
    return this.rules.mayLiveBeside(taskSid);
  }

  /** It was the agent's when the conversation was paused. */
  wasPutAside(taskSid: string): boolean {
    return this.putAside.has(taskSid);
  }

  wrote({ before, after }: Write): void {
    const { task, pause, conversationSid } = after;
    if (task === null) return;
    const others = this.world.twilio.liveTasks(conversationSid);
    if (this.rules.mayLiveBeside(task.taskSid) && others.some(({ sid }) => sid === task.taskSid))
      this.rules.isCurrent(
        task.taskSid,
        others.filter(({ sid }) => sid !== task.taskSid),
        this.world.time.moment(),
      );
    if (pause && pause.pauseId !== before?.pause?.pauseId) this.putAside.add(task.taskSid);
  }

  /** Every event of Twilio's. */
  happened({
    EventType: type,
    TaskSid: taskSid = '',
    TaskAttributes: attributes = '{}',
  }: Record<string, string>): void {
    if (type === 'task.created') this.created(taskSid, JSON.parse(attributes) as Record<string, unknown>);
  }

  private created(taskSid: string, attributes: Record<string, unknown>): void {
    const marker = markerIn(attributes);
    if (marker === undefined || this.rules.isForeign(taskSid)) return;
    const others = this.othersThan(taskSid, String(attributes['conversationSid']));
    const { isOnlyOne, besides } = this.rules.made(taskSid, marker.inviteId, others);
    this.check('one task for each wake-up', isOnlyOne, () => `${marker.inviteId}: ${taskSid}`);
    this.check(
      'no task beside a live one',
      besides.length === 0,
      () => `${taskSid} beside ${besides.map(({ sid, status }) => `${sid} ${status}`).join(' ')}`,
    );
  }

  private othersThan(taskSid: string, conversationSid: string): Task[] {
    return this.world.twilio.liveTasks(conversationSid).filter(({ sid }) => sid !== taskSid);
  }
}
