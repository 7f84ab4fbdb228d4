import * as v from 'valibot';
import { listParked } from '../actions/list-parked';
import { mayList } from '../domain/authority';
import { deadlinesOf, type Mark } from '../domain/marks';
import type { Parking } from '../domain/parked';
import { instant } from '../domain/time';
import { bookmarkIn, cursorOf } from '../http/cursor';
import { problem } from '../http/problem';
import { queryOf } from '../http/query';
import { tagged } from '../http/reply';
import { problemsOf, type Schema } from '../http/schemas';
import { listViewOf } from '../http/view';
import { apiHandler, type ApiHandler } from './api';
import { clock } from './clock';
import { lists } from './table-lists';

interface ListQuery {
  readonly worker: string;
  readonly queue?: string;
  readonly mark?: Mark;
  readonly limit: number;
  readonly cursor?: string;
}

const EVER = { after: null, upTo: null };

/** A list of paused or left conversations, page by page. */
export function listHandler(parking: Parking, schema: Schema<ListQuery>): ApiHandler {
  return apiHandler(async (event, caller) => {
    const query = queryOf(event);
    if (!mayList(query['worker'] ?? 'me', caller)) return problem('not-authorized');
    const parsed = v.safeParse(schema, query);
    if (!parsed.success) return problem('invalid-request', { detail: problemsOf(parsed.issues) });

    const { worker, queue = null, mark = null, limit, cursor } = parsed.output;
    const workerSid = worker === 'all' ? null : worker === 'me' ? caller.workerSid : worker;
    if (worker === 'me' && workerSid === null)
      return problem('invalid-request', {
        detail: 'worker: the token has none, so it must be named, or all',
      });
    const list = [parking, workerSid, queue, mark];
    const from = cursor === undefined ? undefined : bookmarkIn(cursor, list);
    if (cursor !== undefined && from === undefined)
      return problem('invalid-request', { detail: 'cursor: is none that this list has given' });

    const now = clock.now();
    const span = mark === null ? EVER : deadlinesOf(mark, instant(now));
    const filter = { parking, workerSid, queueSid: queue };
    const page = await listParked(filter, span, limit, from, { lists: lists(), now: () => now });
    const next = page.next && cursorOf(page.next, list);
    return tagged(event, listViewOf(page, next, instant(now)));
  });
}
