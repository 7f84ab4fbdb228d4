import type { Platform } from '../../../local/twilio/platform';

/** What customers have written, also where the conversation is gone since. */
export class Messages {
  private readonly newest = new Map<string, number>();

  /** @param fields of Twilio's event of a message */
  added({ store }: Platform, fields: Record<string, string>): void {
    const { ConversationSid: conversationSid = '', ParticipantSid: participantSid, Index: index } = fields;
    const customer = store.conversations.get(conversationSid)?.customer.participantSid;
    if (participantSid !== undefined && participantSid === customer)
      this.newest.set(conversationSid, Math.max(this.newestOfCustomer(conversationSid), Number(index)));
  }

  /** Index of the customer's newest message; -1: there is none. */
  newestOfCustomer(conversationSid: string): number {
    return this.newest.get(conversationSid) ?? -1;
  }
}
