type Deliver = () => Promise<void>;

/**
 * Stands between Twilio's webhooks and the product, and lets them go on when they are asked for: so that what one action calls
 * is counted without what a webhook does beside it.
 */
export class HeldWebhooks {
  private held: Deliver[] = [];
  private isHolding = true;
  private readonly original = globalThis.fetch;

  open(): void {
    globalThis.fetch = (input, init) => {
      const isWebhook = typeof input === 'string' && input.includes('/webhooks/');
      return isWebhook && this.isHolding ? this.hold(input, init) : this.original(input, init);
    };
  }

  close(): void {
    globalThis.fetch = this.original;
  }

  /** Those that are sent meanwhile are not held. */
  async letThrough(act: () => Promise<void>): Promise<void> {
    this.isHolding = false;
    await act();
    this.isHolding = true;
  }

  /** Delivers all that is held, one after the other, and what follows from it. */
  async deliver(): Promise<void> {
    for (let next = this.held.shift(); next; next = this.held.shift()) await next();
  }

  private hold(input: string, init: RequestInit = {}): Promise<Response> {
    const unhurried = { ...init, signal: null }; // Twilio's patience is not over while it is held here
    return new Promise((resolve) => {
      this.held.push(async () => {
        const answer = this.original(input, unhurried);
        resolve(answer);
        await Promise.allSettled([answer]);
        await new Promise(setImmediate); // who waits for this answer sends the next
      });
    });
  }
}
