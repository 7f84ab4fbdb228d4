import { messagesOf } from './conversations/messages';
import { BOT_IDENTITY, type Writer } from './conversations/writing';
import { StandInRefusal } from './errors';
import { iso, type Platform } from './platform';
import { type Conversation, type Message, type Task, type TaskStatus } from './records';
import { holdingReservation, pendingReservations } from './taskrouter/reservation-status';

const LIVE = ['pending', 'reserved', 'assigned', 'wrapping'] as const satisfies readonly TaskStatus[];

/** A task that is not over, as people see it in Flex. */
export interface LiveTask {
  readonly taskSid: string;
  readonly conversationSid: string;
  readonly channelType: string;
  readonly customerName: string | null;
  readonly status: (typeof LIVE)[number];
  /** The agent who has it, wrap-up included. */
  readonly workerSid: string | null;
  readonly workerName: string | null;
  /** The agent whom it is offered to; of several, the one who accepts by `/local/tasks/{WT}/accept`. */
  readonly reservedFor: string | null;
  readonly createdAt: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A message as people see it in the conversation. */
export interface SeenMessage {
  readonly index: number;
  /** Identity or address. */
  readonly author: string;
  /** `system`: written by API, by nobody who is known here. */
  readonly from: Writer | 'system';
  readonly body: string;
  readonly at: string;
}

/** A conversation as its customer and the agents see it, also where no task is live. */
export interface SeenConversation {
  readonly conversationSid: string;
  readonly channelType: string;
  readonly customerName: string;
  readonly state: Conversation['state'];
  readonly createdAt: string;
}

/** Who looks on wants to see what goes on, not to read a list. */
const MOST_CONVERSATIONS = 100;

/** Oldest first. */
export function liveTasks(platform: Platform): LiveTask[] {
  return platform.store.tasks
    .values()
    .filter(isLive)
    .sort((one, other) => one.number - other.number)
    .map((task) => seenTask(platform, task));
}

/** Those that began last, oldest first. */
export function latestConversations(platform: Platform): SeenConversation[] {
  return platform.store.conversations
    .values()
    .sort((one, other) => one.createdAt - other.createdAt)
    .slice(-MOST_CONVERSATIONS)
    .map(({ sid, channelType, customer, state, createdAt }) => ({
      conversationSid: sid,
      channelType,
      customerName: customer.name,
      state,
      createdAt: iso(createdAt),
    }));
}

/**
 * Oldest first.
 * @throws StandInRefusal 404 no such conversation
 */
export function seenMessages(platform: Platform, conversationSid: string): SeenMessage[] {
  const conversation = platform.store.conversations.get(conversationSid);
  if (!conversation) throw new StandInRefusal(404, 'There is no such conversation');
  return messagesOf(platform, conversation).map((message) => ({
    index: message.index,
    author: message.author,
    from: writerOf(platform, conversation, message),
    body: message.body,
    at: iso(message.createdAt),
  }));
}

function isLive(task: Task): task is Task & { status: LiveTask['status'] } {
  return LIVE.some((status) => status === task.status);
}

function seenTask(platform: Platform, task: Task & { status: LiveTask['status'] }): LiveTask {
  const workerSid = holdingReservation(platform, task)?.workerSid ?? null;
  const conversation = platform.store.conversations.get(task.conversationSid);
  return {
    taskSid: task.sid,
    conversationSid: task.conversationSid,
    channelType: conversation?.channelType ?? task.taskChannel,
    customerName: conversation?.customer.name ?? null,
    status: task.status,
    workerSid,
    workerName: workerSid === null ? null : (platform.store.workers.get(workerSid)?.name ?? null),
    reservedFor: pendingReservations(platform, task)[0]?.workerSid ?? null,
    createdAt: iso(task.createdAt),
    attributes: JSON.parse(task.attributes) as LiveTask['attributes'],
  };
}

function writerOf(
  platform: Platform,
  { customer }: Conversation,
  { author, participantSid }: Message,
): SeenMessage['from'] {
  if (participantSid === customer.participantSid) return 'customer';
  if (author === BOT_IDENTITY) return 'bot';
  const isAgent = platform.store.workers.values().some(({ identity }) => identity === author);
  return isAgent ? 'agent' : 'system';
}
