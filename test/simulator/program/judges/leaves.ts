import { durationSeconds } from '../../../../lambda/domain/duration';
import type { Conversation, Leave } from '../../../../lambda/domain/record';
import type { Settings } from '../../../../lambda/domain/settings';
import type { Check } from '../checks';
import { MOST_SKEW, SECOND } from '../constants';
import type { Messages } from '../messages';
import type { Parts } from '../parts';
import { leaveEndsRightly } from '../record-rules';
import type { Closings } from './closings';
import type { Write } from './write';

/** Nobody but the customer wakes what was left, and it is not closed before it expires. */
export class Leaves {
  private readonly lengths: number[] = [];

  constructor(
    private readonly world: Pick<Parts, 'time' | 'twilio'>,
    private readonly closings: Closings,
    private readonly messages: Messages,
    private readonly check: Check,
  ) {}

  /** From now on new leaves last so long. */
  settingsAre({ leave: { expiresAfter } }: Settings): void {
    this.lengths.push(durationSeconds(expiresAfter) ?? 0);
  }

  wrote({ before, after, show }: Write): void {
    if (before?.leave) this.isKept(before, before.leave, after, show);
    if (after.leave && after.leave.leaveId !== before?.leave?.leaveId) this.isAsLong(after.leave, show);
  }

  private isKept(before: Conversation, { expiresAt }: Leave, after: Conversation, show: () => string): void {
    this.check(
      'a leave ends by a reply, a reassignment, an end or another task',
      leaveEndsRightly(before, after),
      show,
    );
    const isOver = Date.parse(expiresAt) <= this.world.time.moment() + MOST_SKEW;
    if (isOver) this.closings.mayClose(before.conversationSid);
    const isReplied = after.invite?.purpose === 'reply' || 'await-custom-routing' in after.pending;
    if (after.leave !== null || !isReplied) return;
    this.check(
      'only the customer brings a left conversation back',
      this.messages.newestOfCustomer(before.conversationSid) > (before.lastMessageIndex ?? -1) ||
        this.isWithAStranger(before),
      show,
    );
  }

  /** An agent has it by a second task, and nobody was told: what that agent writes reads as the customer's. */
  private isWithAStranger({ conversationSid, agentIdentities }: Conversation): boolean {
    const agent = this.world.twilio.platform.store.conversations.get(conversationSid)?.lastAgent ?? null;
    return agent !== null && !agentIdentities.includes(agent);
  }

  private isAsLong({ leftAt, expiresAt }: Leave, show: () => string): void {
    const seconds = (Date.parse(expiresAt) - Date.parse(leftAt)) / SECOND;
    this.check('a leave lasts as long as the settings said', this.lengths.includes(seconds), show);
  }
}
