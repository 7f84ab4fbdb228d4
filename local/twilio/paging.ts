import { badParameter, TwilioRefusal } from './errors';
import { type ApiAnswer, type ApiRequest, ok } from './requests';

interface List<T> {
  /** Name of the list in the answer. */
  readonly key: string;
  /** All that match, in order. */
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly render: (item: T) => unknown;
  /** Largest `PageSize`; 1000 where not said. */
  readonly most?: number;
}

/**
 * One page of a list. `PageSize` is 50 by default; a `PageToken` names the last item of the page before, so
 * that nothing is skipped or doubled when items come in between.
 */
export function page<T>(request: ApiRequest, list: List<T>): ApiAnswer {
  const size = pageSize(request, list.most ?? 1000);
  const token = request.query.get('PageToken');
  const start = token === null ? 0 : after(list, token);
  const items = list.items.slice(start, start + size);
  const last = items.at(-1);
  const more = last !== undefined && start + size < list.items.length;
  const number = Number(request.query.get('Page') ?? 0) || 0;
  const url = (changes: Record<string, string | null>) => pageUrl(request, size, changes);
  return ok({
    [list.key]: items.map(list.render),
    meta: {
      key: list.key,
      page: number,
      page_size: size,
      first_page_url: url({ PageToken: null, Page: '0' }),
      previous_page_url: null,
      url: url({}),
      next_page_url: more ? url({ PageToken: `PA${list.idOf(last)}`, Page: String(number + 1) }) : null,
    },
  });
}

/** @throws TwilioRefusal 40153: lists that page by token only refuse `Page` without one. Source: Twilio docs, error 40153 */
export function refusePageNumber(request: ApiRequest): void {
  if (request.query.has('Page') && !request.query.has('PageToken')) {
    throw new TwilioRefusal(400, 40153, 'The page query parameter is not supported, use PageToken');
  }
}

function pageSize(request: ApiRequest, most: number): number {
  const text = request.query.get('PageSize') ?? String(Math.min(50, most));
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw badParameter(`PageSize must be a whole number from 1 to ${most}`);
  }
  return size;
}

function after<T>(list: List<T>, token: string): number {
  const index = list.items.findIndex((item) => `PA${list.idOf(item)}` === token);
  if (index < 0) throw badParameter('PageToken is not valid');
  return index + 1;
}

function pageUrl(request: ApiRequest, size: number, changes: Record<string, string | null>): string {
  const query = new URLSearchParams(request.query);
  query.set('PageSize', String(size));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `${request.base}${request.path}?${query.toString()}`;
}
