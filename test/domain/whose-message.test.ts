import { isCustomers, type MessageFact } from '../../lambda/domain/messages';
import type { Conversation } from '../../lambda/domain/record';
import { messageOf } from '../../lambda/http/conversation-events';
import { twilioOver } from '../../lambda/adapters/twilio';
import { BOB, NOW, sid } from '../doubles/constants';
import { acceptedTask, active, after, CONVERSATION, inputs } from '../doubles/records';

/** A message as Twilio has it, in its own words; `null`: Twilio names none. */
interface Written {
  readonly author: string | null;
  readonly participantSid: string | null;
  /** How it came. It says nothing of whose it is. */
  readonly source: 'SDK' | 'API' | 'SMS';
}

const MEMBER = sid('MB');
const BOTS = ['faq_40bots'];

/** Alice has held it, Bob holds it and leaves it: by the worker's attributes, and by a token that names him otherwise. */
function leftByBob(): Conversation {
  const bobs = { taskSid: sid('WT', 2), workerSid: BOB, workerIdentity: 'bob_40example_2Ecom' };
  const heldByBob = after(active(), 'accept', {
    ...inputs().accept,
    task: acceptedTask(bobs),
  });
  return after(heldByBob, 'leave', { ...inputs().leave, workerSid: BOB, identity: 'bob' });
}

const CUSTOMERS: [string, Written][] = [
  ['a customer by SMS', { author: '+15550100001', participantSid: MEMBER, source: 'SMS' }],
  ['a customer by SMS, told as API', { author: '+15550100001', participantSid: MEMBER, source: 'API' }],
  ['a customer in the web chat', { author: 'visitor-7', participantSid: MEMBER, source: 'SDK' }],
  ['a customer by WhatsApp', { author: 'whatsapp:+15550100001', participantSid: MEMBER, source: 'API' }],
  ['a customer by Messenger', { author: 'messenger:1789', participantSid: MEMBER, source: 'API' }],
  ['a customer by e-mail', { author: 'carol@example.com', participantSid: MEMBER, source: 'API' }],
  [
    "a customer for whom a company's own connector posts",
    { author: 'crm-4711', participantSid: MEMBER, source: 'API' },
  ],
  ['a participant whom Twilio does not name', { author: null, participantSid: MEMBER, source: 'API' }],
  [
    'a customer whose name begins like an agent’s identity',
    { author: 'alice2', participantSid: MEMBER, source: 'SDK' },
  ],
  [
    'a colleague who joined without ever holding it, so that it is not missed',
    { author: 'dee', participantSid: MEMBER, source: 'SDK' },
  ],
];

const OTHERS: [string, Written][] = [
  ['the agent who left it', { author: 'bob_40example_2Ecom', participantSid: MEMBER, source: 'SDK' }],
  [
    'the agent who left it, by the token’s identity',
    { author: 'bob', participantSid: MEMBER, source: 'SDK' },
  ],
  ['an agent who held it before', { author: 'alice', participantSid: MEMBER, source: 'SDK' }],
  ['an agent who is no participant any more', { author: 'alice', participantSid: null, source: 'SDK' }],
  ['an agent whose desk posts by API', { author: 'alice', participantSid: MEMBER, source: 'API' }],
  [
    'a bot of the settings that is a participant',
    { author: BOTS[0]!, participantSid: MEMBER, source: 'SDK' },
  ],
  ['a bot of the settings that posts by API', { author: BOTS[0]!, participantSid: null, source: 'API' }],
  ['a bot that nobody set, without a participant', { author: 'studio', participantSid: null, source: 'API' }],
  ['the system', { author: 'system', participantSid: null, source: 'API' }],
  ['nobody', { author: null, participantSid: null, source: 'API' }],
];

/** The webhook `onMessageAdded`: what is not there is left out. */
function byWebhook({ author, participantSid, source }: Written): MessageFact | undefined {
  const form = {
    AccountSid: sid('AC'),
    EventType: 'onMessageAdded',
    Source: source,
    ConversationSid: CONVERSATION,
    MessageSid: sid('IM'),
    MessagingServiceSid: sid('MG'),
    Index: '7',
    DateCreated: NOW,
    Body: 'Hello?',
    Attributes: '{}',
    ...(author === null ? {} : { Author: author }),
    ...(participantSid === null ? {} : { ParticipantSid: participantSid }),
  };
  return messageOf(form)?.message;
}

/** The list of a conversation's messages: what is not there is null. */
async function byList({ author, participantSid }: Written): Promise<MessageFact | undefined> {
  const message = {
    account_sid: sid('AC'),
    conversation_sid: CONVERSATION,
    sid: sid('IM'),
    index: 7,
    author,
    participant_sid: participantSid,
    body: 'Hello?',
    media: null,
    attributes: '{}',
    date_created: NOW,
    date_updated: NOW,
  };
  const body = JSON.stringify({ messages: [message], meta: { key: 'messages', next_page_url: null } });
  const twilio = twilioOver({ request: async () => ({ statusCode: 200, body }) }, sid('WS'));
  return (await twilio.newestMessages(CONVERSATION))[0];
}

describe.each([
  ...CUSTOMERS.map(([who, written]) => [who, written, true] as const),
  ...OTHERS.map(([who, written]) => [who, written, false] as const),
])('what is written by %s', (_who, written, expected) => {
  it('is told the same by the webhook and by the list, without its text', async () => {
    const { author, participantSid } = written;
    expect(byWebhook(written)).toEqual({ index: 7, author, participantSid });
    expect(await byList(written)).toEqual(byWebhook(written));
  });

  it(expected ? "is the customer's" : "is not the customer's", () => {
    expect(isCustomers(byWebhook(written)!, leftByBob(), BOTS)).toBe(expected);
  });
});
