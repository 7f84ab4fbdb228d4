import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DeliveryAttempt, DeliveryLog } from './delivery-log';
import { type Destination, type WebhookPath } from './destinations';
import { type TwilioStandInOptions } from './options';
import { signedCloudEvent, signedForm } from './signed-requests';

interface Delivery extends Destination {
  readonly path: WebhookPath;
  /** SID of the conversation, or of the worker. */
  readonly subject: string;
  readonly fields: Record<string, string>;
}

/**
 * How long an answer may take, and the real milliseconds before each further attempt after a 5xx or no answer.
 * TaskRouter is connected with `#rc=3&rp=5xx,ct,rt`; Conversations webhooks know no retries; Event Streams tries for four
 * hours, of which these are the first seconds.
 * Source: Twilio docs, webhooks connection overrides; Event delivery retries.
 */
const DELIVERY: Record<WebhookPath, Terms & { kind: DeliveryAttempt['kind'] }> = {
  '/webhooks/taskrouter': { kind: 'taskrouter', timeoutMs: 15_000, retryAfterMs: [100, 300, 900] },
  '/webhooks/conversations': { kind: 'conversations', timeoutMs: 5_000, retryAfterMs: [] },
};
const STREAMED: Terms = { timeoutMs: 5_000, retryAfterMs: [100, 300, 900, 2_700] };

interface Terms {
  readonly timeoutMs: number;
  readonly retryAfterMs: readonly number[];
}

/**
 * Sends signed webhooks. Those of one subject (a conversation, a worker) on one path go out one after the
 * other, in the order of happening; a repeated attempt comes when it comes. Nothing is sent before the
 * change it tells of is written, and nothing to addresses that are not the product's.
 */
export class WebhookSender {
  readonly log = new DeliveryLog();
  private held: Delivery[] = [];
  private readonly lines = new Map<string, Promise<void>>();

  constructor(
    private readonly options: Pick<
      TwilioStandInOptions,
      'accountSid' | 'authToken' | 'publicUrl' | 'deliverTo' | 'activity' | 'clock'
    >,
    private readonly destinationsOf: (path: WebhookPath, eventType: string) => Destination[],
  ) {}

  /** Keeps a webhook back until the change that it tells of is written; once for each who is to hear of it now. */
  queue(path: WebhookPath, subject: string, fields: Record<string, string>): void {
    const told = { path, subject, fields: { AccountSid: this.options.accountSid, ...fields } };
    const destinations = this.destinationsOf(path, fields.EventType ?? '');
    this.held.push(
      ...destinations.filter(({ url }) => this.isOurs(url)).map((each) => ({ ...told, ...each })),
    );
  }

  /** Takes what was queued; the function that it returns sends all of it once `written` has resolved. */
  hold(): (written: Promise<void>) => void {
    const batch = this.held;
    this.held = [];
    return (written) => batch.forEach((delivery) => this.append(delivery, written));
  }

  private append(delivery: Delivery, written: Promise<void>): void {
    const name = `${delivery.path} ${delivery.as} ${delivery.subject}`;
    const token = randomUUID();
    const turn = Promise.all([this.lines.get(name), written]);
    const first = turn.then(
      () => this.attempt(delivery, token),
      () => true, // not written: then it did not happen
    );
    const line = first.then(() => {
      if (this.lines.get(name) === line) this.lines.delete(name);
    });
    this.lines.set(name, line);
    void this.options.activity.track(first.then((done) => (done ? undefined : this.retry(delivery, token))));
  }

  private async retry(delivery: Delivery, token: string): Promise<void> {
    for (const delay of termsOf(delivery).retryAfterMs) {
      await sleep(delay);
      if (await this.attempt(delivery, token)) return;
    }
  }

  /** One attempt; false when there was no answer, or a 5xx. */
  private async attempt(delivery: Delivery, token: string): Promise<boolean> {
    const at = this.options.clock.now().toISOString();
    const status = await this.send(delivery, token);
    this.log.add({
      at,
      kind: DELIVERY[delivery.path].kind,
      eventType: delivery.fields.EventType ?? '',
      conversationSid: delivery.subject.startsWith('CH') ? delivery.subject : null,
      status,
    });
    return status !== null && status < 500;
  }

  private isOurs(url: string): boolean {
    return url.startsWith(`${this.options.publicUrl}/`);
  }

  /** @returns status of the answer; null when there was no connection, or no answer in time */
  private async send(delivery: Delivery, token: string): Promise<number | null> {
    const { authToken, publicUrl, deliverTo, clock } = this.options;
    const signed =
      delivery.as === 'form'
        ? signedForm(authToken, delivery.url, delivery.fields)
        : signedCloudEvent(authToken, delivery.url, delivery.path, delivery.fields, clock.now());
    try {
      const response = await fetch(`${deliverTo}${signed.url.slice(publicUrl.length)}`, {
        method: 'POST',
        headers: { ...signed.headers, 'I-Twilio-Idempotency-Token': token },
        body: signed.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(termsOf(delivery).timeoutMs),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }
}

function termsOf({ as, path }: Delivery): Terms {
  return as === 'form' ? DELIVERY[path] : STREAMED;
}
