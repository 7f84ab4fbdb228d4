import type { Parts } from './parts';

/** What customers have written, also where the conversation is gone since. */
export class Messages {
  private readonly newest = new Map<string, number>();

  constructor(private readonly world: Pick<Parts, 'twilio'>) {}

  /** Every event of Twilio's. */
  happened({
    EventType: type,
    ConversationSid: conversationSid = '',
    ParticipantSid: participantSid,
    Index: index,
  }: Record<string, string>): void {
    if (type !== 'onMessageAdded' || participantSid === undefined) return;
    const { conversations } = this.world.twilio.platform.store;
    if (participantSid === conversations.get(conversationSid)?.customer.participantSid)
      this.newest.set(conversationSid, Math.max(this.newestOfCustomer(conversationSid), Number(index)));
  }

  /** Index of the customer's newest message; -1: there is none. */
  newestOfCustomer(conversationSid: string): number {
    return this.newest.get(conversationSid) ?? -1;
  }
}
