import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  readonly path: string;
  readonly signature: string;
  readonly token: string;
  /** As it came. */
  readonly body: string;
  /** Of a form. */
  readonly fields: Record<string, string>;
}

/** Takes webhooks in place of the product. Answers 204, or the statuses given to `answerNext` first. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  private readonly answers: number[] = [];
  private arrived = () => {};
  private ready: Promise<void> = Promise.resolve();
  private readonly server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      this.received.push({
        path: request.url ?? '',
        signature: String(request.headers['x-twilio-signature']),
        token: String(request.headers['i-twilio-idempotency-token']),
        body,
        fields: Object.fromEntries(new URLSearchParams(body)),
      });
      this.arrived();
      void this.ready.then(() => response.writeHead(this.answers.shift() ?? 204).end());
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  answerNext(...statuses: number[]): void {
    this.answers.push(...statuses);
  }

  /** Lets callers wait until the function that it returns is called. */
  stall(): () => void {
    let goOn = () => {};
    this.ready = new Promise((resolve) => (goOn = resolve));
    return goOn;
  }

  /** Resolves once so many have arrived. */
  async arrivals(count: number): Promise<void> {
    while (this.received.length < count) await new Promise<void>((resolve) => (this.arrived = resolve));
  }

  types(path = '/webhooks/taskrouter'): (string | undefined)[] {
    return this.received.filter((one) => one.path === path).map(({ fields }) => fields.EventType);
  }

  of(type: string): Record<string, string> | undefined {
    return this.received.findLast(({ fields }) => fields.EventType === type)?.fields;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
