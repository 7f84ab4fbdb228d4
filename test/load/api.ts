import { describedAnswers } from '../contract/described-answers';
import { DEMO_USERS } from '../../local/twilio/demo';

export const SUPERVISOR = 'demo-token-dee';
export const ADMIN = 'demo-token-ada';

type Body = Readonly<Record<string, unknown>>;

/** Of a refusal's body; the state is told with `wrong-state`. */
interface Problem {
  readonly code?: string;
  readonly channelState?: string;
}

/** What the product has answered otherwise than with success. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    request: string,
    readonly status: number,
    { code = '', channelState = '' }: Problem,
  ) {
    super(`${request}: ${status} ${code} ${channelState}`.trimEnd());
  }
}

/** @throws Error where docs/openapi.yaml does not allow an answer */
const holdToDescription = describedAnswers((violation) => {
  throw new Error(violation);
});

/** The product over HTTP. Each answer is held to docs/openapi.yaml. */
export class Api {
  constructor(readonly url: string) {}

  get<T>(path: string, token = SUPERVISOR): Promise<T> {
    return this.ask('GET', path, token);
  }

  post<T>(path: string, token = SUPERVISOR, body: Body = {}): Promise<T> {
    return this.ask('POST', path, token, JSON.stringify(body));
  }

  /** The settings as they are, with changes of pause and leave, and of what is beside them. */
  async set(pause: Body, leave: Body, beside: Body = {}): Promise<void> {
    const before = await this.get<{ version: number; pause: Body; leave: Body }>('/settings', ADMIN);
    const wanted = {
      ...before,
      ...beside,
      pause: { ...before.pause, ...pause },
      leave: { ...before.leave, ...leave },
    };
    await this.ask('PUT', '/settings', ADMIN, JSON.stringify(wanted), { 'if-match': String(before.version) });
  }

  /** @throws Refused; Error where the answer is not as it is described */
  async ask<T>(
    method: string,
    path: string,
    token: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        prefer: 'respond-async',
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (!path.startsWith('/local/')) {
      const headers = Object.fromEntries(response.headers);
      holdToDescription(method, path, { status: response.status, headers, body: text });
    }
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    if (!response.ok) throw new Refused(`${method} ${path}`, response.status, answer as Problem);
    return answer as T;
  }
}

/** The token of one of the demo agents. */
export function tokenOf(workerSid: string): string {
  const user = DEMO_USERS.find((each) => each.workerSid === workerSid);
  if (!user) throw new Error(`${workerSid} is no demo agent`);
  return user.token;
}
