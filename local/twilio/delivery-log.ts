import { randomUUID } from 'node:crypto';

/** How many attempts are remembered. */
const REMEMBERED = 200;

/** One attempt to deliver a webhook, without what it said. */
export interface DeliveryAttempt {
  readonly id: string;
  /** ISO 8601: when it was sent. */
  readonly at: string;
  readonly kind: 'taskrouter' | 'conversations';
  readonly eventType: string;
  /** Null for what is about a worker only. */
  readonly conversationSid: string | null;
  /** Of the answer; null when none came in time. */
  readonly status: number | null;
}

/** The latest attempts to deliver webhooks, since the process began. */
export class DeliveryLog {
  private readonly attempts: DeliveryAttempt[] = [];

  add(attempt: Omit<DeliveryAttempt, 'id'>): void {
    this.attempts.push({ id: randomUUID(), ...attempt });
    if (this.attempts.length > REMEMBERED) this.attempts.shift();
  }

  /** Those after this one, in the order of their answers; all that are remembered where this one is not any more. */
  after(id?: string): DeliveryAttempt[] {
    const place = this.attempts.findIndex((attempt) => attempt.id === id);
    return this.attempts.slice(place + 1);
  }
}
