import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { formEvent } from '../../http/events';
import { ACCOUNT, CREDENTIALS, HOUR, MINUTE, PUBLIC_URL, SECOND } from './constants';
import type { Faults } from './faults';
import type { Answer, Functions } from './functions';
import type { SimulatedTime } from './simulated-time';

export type Path = '/webhooks/taskrouter' | '/webhooks/conversations';
export type Fields = Record<string, string>;

/** Events that a function looks at; what the others cost is not what this is about. */
const LOOKED_AT = [
  'reservation.created',
  'reservation.accepted',
  'task.wrapup',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'worker.deleted',
  'onMessageAdded',
  'onConversationStateUpdated',
  'onConversationRemoved',
];

/** Milliseconds before each further attempt of TaskRouter's, as the stand-in has them; Conversations makes none. */
const AGAIN_AFTER: Record<Path, readonly number[]> = {
  '/webhooks/taskrouter': [100, 300, 900],
  '/webhooks/conversations': [],
};

/** Twilio's webhooks on their way: in order, unless a fault strikes. */
export class Webhooks {
  private readonly lines = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  /** Who sees what happens at Twilio without any webhook: the people at their desks. */
  onEvent: (path: Path, fields: Fields) => void = () => undefined;
  /** All there ever were. */
  readonly history: (readonly [path: Path, fields: Fields])[] = [];
  /** Where set, those that wait until they are released. */
  held: (readonly [path: Path, subject: string, fields: Fields])[] | undefined;

  constructor(
    private readonly functions: Functions,
    private readonly time: SimulatedTime,
    private readonly faults: Faults,
  ) {}

  send(path: Path, subject: string, fields: Fields): void {
    this.onEvent(path, fields);
    if (!LOOKED_AT.includes(fields['EventType'] ?? '')) return;
    this.history.push([path, fields]);
    if (this.held) this.held.push([path, subject, fields]);
    else this.sendNow(path, subject, fields);
  }

  /** @param areLost whether those that waited are never delivered */
  release({ areLost = false } = {}): void {
    const waiting = this.held ?? [];
    this.held = undefined;
    if (!areLost) for (const each of waiting) this.sendNow(...each);
  }

  private sendNow(path: Path, subject: string, fields: Fields): void {
    const line = `${path} ${subject}`;
    const number = (this.counts.get(line) ?? 0) + 1;
    this.counts.set(line, number);
    const key = `${line} ${number}`;
    const { chance } = this.faults;
    if (this.faults.strikes('webhook-doubled', key))
      this.deliver(path, fields, `${key} doubled`, chance.between(`doubled ${key}`, 0, 2 * HOUR));
    if (this.faults.isOut('webhooks') || this.faults.strikes('webhook-dropped', key)) return;
    if (this.faults.strikes('webhook-late', key)) {
      this.deliver(path, fields, key, chance.between(`late ${key}`, MINUTE, 3 * HOUR));
      return;
    }
    const delay = chance.between(`delay ${key}`, 20, 400);
    if (this.faults.strikes('webhook-out-of-order', key)) {
      this.deliver(path, fields, key, delay + chance.between(`order ${key}`, 0, 30 * SECOND));
      return;
    }
    const arrival = Math.max(this.time.moment() + delay, (this.lines.get(line) ?? 0) + 20);
    this.lines.set(line, arrival);
    this.deliver(path, fields, key, arrival - this.time.moment());
  }

  /** One delivery, with what Twilio does when it is not taken. */
  private deliver(path: Path, fields: Fields, key: string, delay: number, attempt = 0): void {
    this.time.after(delay, () => {
      void this.arrive(path, fields, `${key}.${attempt}`).then(({ status }) => {
        const isTaken = status !== undefined && status < 500;
        const again = AGAIN_AFTER[path][attempt];
        if (!isTaken && again !== undefined) this.deliver(path, fields, key, again, attempt + 1);
      });
    });
  }

  /** @param signature in place of Twilio's own */
  arrive(path: Path, fields: Fields, key: string, signature?: string): Promise<Answer> {
    const all = { AccountSid: ACCOUNT, ...fields };
    const name = path === '/webhooks/taskrouter' ? 'taskrouter-webhook' : 'conversations-webhook';
    const signed = signature ?? signatureOf(path, fields);
    const event = formEvent(Object.entries(all), {
      routeKey: `POST ${path}`,
      headers: { 'x-twilio-signature': signed, 'content-type': 'application/x-www-form-urlencoded' },
    });
    return this.functions.request(name, key, event);
  }
}

/** Twilio's own, of what it sends. */
export function signatureOf(path: Path, fields: Fields): string {
  const all = { AccountSid: ACCOUNT, ...fields };
  return getExpectedTwilioSignature(CREDENTIALS.authToken, PUBLIC_URL + path, all);
}
