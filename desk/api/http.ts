import { Problem, problemOf } from './problem';

/** How many answers are kept to be asked for again by their ETag. A desk polls a handful of addresses. */
const MOST_KEPT = 200;
/** Longer than the API may take (30 s); a connection that hangs for longer is as good as lost. */
const TIMEOUT_MS = 35_000;

export interface HttpOptions {
  /** Without a slash at its end; "": the page's own address */
  readonly baseUrl: string;
  /** Flex token; absent for routes that ask for none */
  readonly token?: string;
  readonly fetch: typeof fetch;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface Http {
  /**
   * What is there now. The very same object as before when it has not changed: then it is not sent again.
   * @throws Problem
   */
  get<T>(path: string): Promise<T>;
  /** @throws Problem */
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
    headers?: HeadersOf,
  ): Promise<Answer<T>>;
}

type HeadersOf = Readonly<Record<string, string>>;

interface Kept {
  readonly etag: string;
  readonly body: unknown;
}

/** JSON over HTTP with the person's token. */
export function httpOf({ baseUrl, token, fetch }: HttpOptions): Http {
  const kept = new Map<string, Kept>();
  const signedIn: HeadersOf = token === undefined ? {} : { authorization: `Bearer ${token}` };

  async function call(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...signedIn, ...(init.headers as HeadersOf) };
    try {
      // Answers are kept here and not by the browser, which would show them to who signs in next.
      return await fetch(baseUrl + path, {
        ...init,
        headers,
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new Problem('no-connection', null, {}, { cause: error });
    }
  }

  return {
    async get<T>(path: string): Promise<T> {
      const before = kept.get(path);
      const response = await call(path, { headers: before ? { 'if-none-match': before.etag } : {} });
      if (before && response.status === 304) return before.body as T;
      const body = await bodyOf<T>(response);
      const etag = response.headers.get('etag');
      kept.delete(path);
      if (etag !== null) keep(kept, path, { etag, body });
      return body;
    },

    async send<T>(method: string, path: string, body: object, headers: HeadersOf = {}): Promise<Answer<T>> {
      const response = await call(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await bodyOf<T>(response) };
    },
  };
}

function keep(kept: Map<string, Kept>, path: string, answer: Kept): void {
  kept.set(path, answer);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

async function bodyOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw await problemOf(response);
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new Problem('no-connection', null, {}, { cause: error });
  }
}
