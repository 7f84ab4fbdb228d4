import type { Parts } from './parts';

interface Written {
  readonly index: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What customers have written, also where the conversation is gone since. */
export class Messages {
  private readonly ofCustomers = new Map<string, Written[]>();

  constructor(private readonly world: Pick<Parts, 'time' | 'twilio'>) {}

  /** Every event of Twilio's. */
  happened({
    EventType: type,
    ConversationSid: conversationSid = '',
    ParticipantSid: participantSid,
    Index: index,
  }: Record<string, string>): void {
    if (type !== 'onMessageAdded' || participantSid === undefined) return;
    const { conversations } = this.world.twilio.platform.store;
    if (participantSid !== conversations.get(conversationSid)?.customer.participantSid) return;
    const written = { index: Number(index), at: this.world.time.moment() };
    this.ofCustomers.set(conversationSid, [...(this.ofCustomers.get(conversationSid) ?? []), written]);
  }

  /** Index of the customer's newest message, written before that moment where there is one; -1: there is none. */
  newestOfCustomer(conversationSid: string, before = Infinity): number {
    return this.ofCustomers.get(conversationSid)?.findLast(({ at }) => at < before)?.index ?? -1;
  }
}
