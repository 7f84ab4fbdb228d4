import { durationSeconds } from '../../../../lambda/domain/duration';
import type { Owed } from '../../../../lambda/domain/pending';
import type { Conversation } from '../../../../lambda/domain/record';
import type { Settings } from '../../../../lambda/domain/settings';
import type { Check } from '../checks';
import { MOST_SKEW, SECOND } from '../constants';
import type { Parts } from '../parts';
import type { Write } from './write';

/** Custom logic has its time to bring a task, as long as the settings said. */
export class CustomRoutings {
  private readonly lengths: number[] = [];
  /** Until when each conversation is custom logic's. */
  private readonly until = new Map<string, number>();

  constructor(
    private readonly world: Pick<Parts, 'time'>,
    private readonly check: Check,
  ) {}

  /** From now on new leaves give it so long. */
  settingsAre({ leave: { customRoutingTimeout } }: Settings): void {
    this.lengths.push(durationSeconds(customRoutingTimeout) ?? 0);
  }

  wrote({ before, after, show }: Write): void {
    const [was, is] = [awaitedIn(before), awaitedIn(after)];
    const { conversationSid } = after;
    if (was === undefined && is !== undefined) this.begins(is, after, show);
    // Where its Studio flow cannot be reached, nobody is waited for.
    if (is !== undefined && before?.studioHook && after.studioHook === null)
      this.until.delete(conversationSid);
    if (was === undefined || is !== undefined) return;
    if (after.invite?.purpose !== 'reply') return;
    this.check(
      'custom logic has its time',
      this.world.time.moment() >= (this.until.get(conversationSid) ?? 0) - MOST_SKEW,
      show,
    );
  }

  private begins(
    { notBefore }: Owed,
    { conversationSid, updatedAt }: Conversation,
    show: () => string,
  ): void {
    const end = Date.parse(notBefore ?? '');
    this.until.set(conversationSid, end);
    const seconds = (end - Date.parse(updatedAt)) / SECOND;
    this.check('custom logic has as long as the settings said', this.lengths.includes(seconds), show);
  }
}

function awaitedIn(record: Conversation | undefined): Owed | undefined {
  return record?.pending['await-custom-routing'];
}
