import type { Check } from '../checks';
import type { Requests } from './requests';
import type { Write } from './write';

/** Why a conversation may be closed. */
export class Closings {
  private readonly mayBeClosed = new Set<string>();

  constructor(
    private readonly requests: Requests,
    private readonly check: Check,
  ) {}

  /** Somebody closes it at Twilio, or a leave has lasted as long as it may. */
  mayClose(conversationSid: string): void {
    this.mayBeClosed.add(conversationSid);
  }

  wrote({ before, after, show }: Write): void {
    if (after.channelState === 'closed' && before?.channelState !== 'closed')
      this.check('closed only when somebody asked, or at Twilio', this.mayBe(after.conversationSid), show);
  }

  /** Every event of Twilio's. */
  happened({ EventType: type, ConversationSid: conversationSid = '', StateTo: to }: Record<string, string>) {
    if (type !== 'onConversationStateUpdated' || to !== 'closed') return;
    this.check(
      'a conversation is closed only when somebody asked',
      this.mayBe(conversationSid),
      () => conversationSid,
    );
  }

  private mayBe(conversationSid: string): boolean {
    return this.requests.isEndAsked(conversationSid) || this.mayBeClosed.has(conversationSid);
  }
}
