import { READY, SIGN_IN, type SignIn } from '../desk/shell/token';

/** The window that Flex runs in, as far as this needs it. */
export interface FlexPage {
  open(url: string, name: string): DeskPage | null;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export interface DeskPage {
  readonly closed: boolean;
  focus(): void;
  postMessage(message: unknown, targetOrigin: string): void;
}

/** Opening it again brings the same window to the front. */
const WINDOW_NAME = 'leave-pause-desk';

/**
 * Opens the desk, and hands it the token once it says that it is ready. Only the window that was opened here is told, and
 * only while it shows the desk's own address: the browser withholds the message from any other.
 */
export class DeskWindow {
  private readonly origin: string;
  private opened: DeskPage | null = null;

  constructor(
    private readonly page: FlexPage,
    private readonly deskUrl: string,
    private readonly signIn: () => SignIn,
  ) {
    this.origin = new URL(deskUrl).origin;
    page.addEventListener('message', ({ origin, source, data }) => {
      const isReady = (data as { type?: unknown } | null)?.type === READY;
      if (isReady && origin === this.origin && source === (this.opened as unknown)) this.handOver();
    });
  }

  /** @returns false when the browser has blocked it */
  open(): boolean {
    this.opened = this.page.open(this.deskUrl, WINDOW_NAME);
    this.opened?.focus();
    return this.opened !== null;
  }

  /** Again when the token is renewed. */
  handOver(): void {
    if (this.opened === null || this.opened.closed) return;
    this.opened.postMessage({ type: SIGN_IN, ...this.signIn() }, this.origin);
  }
}
