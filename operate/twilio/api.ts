import { TwilioError } from '../../lambda/actions/ports';
import { told } from '../../lambda/adapters/twilio/errors';
import { type Transport } from '../../lambda/adapters/twilio/transport';

/** A resource as Twilio answers it. */
export type Resource = Readonly<Record<string, unknown>>;

/** Twilio's resources that only operators read and set, by the deployed HTTP. Failures are `TwilioError`s. */
export interface TwilioApi {
  get(url: string, params?: object): Promise<Resource>;
  /** All pages, at most `most` items. @param key of the list in the answer */
  list(
    url: string,
    key: string,
    params?: object,
    most?: number,
  ): Promise<{ items: Resource[]; isComplete: boolean }>;
  post(url: string, fields: object): Promise<Resource>;
  /** What is not there is success. */
  remove(url: string): Promise<void>;
}

const PAGE_SIZE = 100;
const MOST_ITEMS = 1_000;
const MOST_TRIES = 3;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

export function twilioApi(transport: Transport): TwilioApi {
  const ask = (method: 'get' | 'post', uri: string, more: object = {}): Promise<Resource> =>
    told(`${method.toUpperCase()} ${new URL(uri).pathname}`, async () => {
      const { statusCode, body } = await transport.request({ method, uri, ...more });
      if (statusCode < 300) return JSON.parse(body) as Resource;
      throw Object.assign(new Error(), { status: statusCode, code: codeIn(body) });
    });
  const read = (uri: string, params = {}) => again(() => ask('get', uri, { params }));
  return {
    get: read,
    post: (url, fields) => ask('post', url, { data: fields, headers: FORM }),
    async list(url, key, params = {}, most = MOST_ITEMS) {
      const items: Resource[] = [];
      let page = await read(url, { ...params, PageSize: PAGE_SIZE });
      for (;;) {
        items.push(...((page[key] ?? []) as Resource[]));
        const { next_page_url: next } = (page['meta'] ?? {}) as { next_page_url?: string | null };
        if (!next) return { items, isComplete: true };
        if (items.length >= most) return { items, isComplete: false };
        page = await read(next);
      }
    },
    async remove(url) {
      const { statusCode } = await transport.request({ method: 'delete', uri: url });
      if (statusCode >= 300 && statusCode !== 404)
        throw new TwilioError(`DELETE ${new URL(url).pathname}`, 'unavailable', statusCode);
    },
  };
}

/** What was only read may be read again: one answer that is late must not spoil a report of thirty. */
async function again(read: () => Promise<Resource>, triesLeft = MOST_TRIES - 1): Promise<Resource> {
  try {
    return await read();
  } catch (error) {
    const isWorthIt = error instanceof TwilioError && error.kind === 'unavailable' && triesLeft > 0;
    if (!isWorthIt) throw error;
    return again(read, triesLeft - 1);
  }
}

function codeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { code?: unknown }).code;
  } catch {
    return undefined;
  }
}
