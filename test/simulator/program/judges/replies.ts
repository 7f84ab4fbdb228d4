import type { Conversation } from '../../../../lambda/domain/record';
import { isCommand } from '../asks';
import type { Check } from '../checks';
import { DAY, HOUR } from '../constants';
import type { Messages } from '../messages';
import type { Parts } from '../parts';
import type { Write } from './write';

/** Comparisons are a day apart at most, and sweeps that only compare two hours. */
export const COMPARED_WITHIN = DAY + 3 * HOUR;

/** What the customer writes to a conversation that was put aside is not lost. */
export class Replies {
  /** Index of the customer's newest message when it was put aside, by the id of the pause or leave. */
  private readonly newestBefore = new Map<string, number>();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'runs' | 'table' | 'twilio'>,
    private readonly messages: Messages,
    private readonly check: Check,
  ) {}

  wrote({ before, after, show }: Write): void {
    const id = idOf(after);
    if (id !== undefined && id !== idOf(before))
      this.newestBefore.set(id, this.messages.newestOfCustomer(after.conversationSid));
    if (!before?.leave || after.channelState !== 'closed') return;
    if (isCommand(before, after) || !this.isOpenAtTwilio(after)) return;
    this.check(
      'no leave expires whose customer has answered',
      !this.isAnswered(before, this.world.runs.current?.startedAt),
      show,
    );
  }

  /** When everything has worked again for so long. */
  areSeen(within: number): void {
    const then = this.world.time.moment() - within;
    for (const record of this.world.table.records.values())
      if (idOf(record) !== undefined)
        this.check(
          'what the customer wrote is seen',
          record.leave === null
            ? record.customerRepliedAt !== null || !this.isAnswered(record, then)
            : !this.isAnswered(record, then),
          () => JSON.stringify(record),
        );
  }

  private isAnswered(record: Conversation, before: number | undefined): boolean {
    const newest = this.messages.newestOfCustomer(record.conversationSid, before);
    return newest > (this.newestBefore.get(idOf(record) ?? '') ?? Infinity);
  }

  private isOpenAtTwilio({ conversationSid }: Conversation): boolean {
    const { conversations, channels } = this.world.twilio.platform.store;
    const conversation = conversations.get(conversationSid);
    if (conversation === undefined || conversation.state === 'closed') return false;
    const channel = channels.get(conversation.channelSid);
    return channel !== undefined && channel.status !== 'closed';
  }
}

/** Of the pause or leave that goes on. */
function idOf(record: Conversation | undefined): string | undefined {
  return record?.pause?.pauseId ?? record?.leave?.leaveId;
}
