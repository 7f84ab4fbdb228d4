import type { Hook, Participant, Reservation, Task } from '../../lambda/actions/ports';
import type { MessageFact } from '../../lambda/domain/messages';
import type { Instant } from '../../lambda/domain/time';

export interface FakeTask extends Omit<Task, 'status'> {
  status: Task['status'];
  readonly conversationSid: string;
  readonly channelSid: string;
  /** Of an invite that names a worker. */
  readonly target: string | null;
  /** Seconds after which it ends, when nobody has taken it. */
  readonly timeout: number;
  readonly createdAt: Instant;
  readonly reservations: FakeReservation[];
}

export type FakeReservation = { -readonly [K in keyof Reservation]: Reservation[K] };

export interface FakeChannel {
  readonly interactionSid: string;
  readonly channelSid: string;
  readonly conversationSid: string;
  status: string;
  participants: Participant[];
  readonly invites: { taskSid: string; attributes: Readonly<Record<string, unknown>> }[];
}

export interface FakeConversation {
  state: string;
  closesAt: Instant | null;
  readonly messages: MessageFact[];
  hooks: FakeHook[];
}

export interface FakeHook extends Hook {
  /** Index of the first message that starts the flow; null: those that come after the hook. */
  readonly from: number | null;
}

/** Webhooks of one conversation, at most. */
export const MOST_HOOKS = 5;

export interface FakeWorker {
  readonly workerSid: string;
  readonly name: string;
  readonly identity: string;
  available: boolean;
  capacity: number;
}

export function isLive({ status }: FakeTask): boolean {
  return status !== 'completed' && status !== 'canceled';
}

export function isTaken({ status }: Pick<FakeTask, 'status'>): boolean {
  return status === 'assigned' || status === 'wrapping';
}
