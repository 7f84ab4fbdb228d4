import { OPERATIONS } from '../../contract/openapi-operations';
import { CAROL, refusal, seen, timers } from '../acts';
import { productForAll } from '../fixture';
import { ADA, ALICE, type Answer, DEE } from '../running-product';
import { type Placed, Places, workerOf } from '../who-may/places';
import { headersOf, type Role } from '../who-may/roles';
import { type Row, rows } from '../who-may/table';
import { closedEvent, type Form, sidOf, taskEvent } from '../webhooks';

const running = productForAll({ isWatched: false }); // other tests hold the same requests to Twilio's descriptions
const ROWS = rows();
/** What a refusal is about, where nothing else is said. */
const CODES: Record<number, string> = {
  400: 'invalid-request',
  401: 'not-authenticated',
  403: 'not-authorized',
  409: 'wrong-state',
};
const places = new Places(running);
let notes = 0;

beforeAll(async () => {
  const leave = { enabled: true, onReply: 'custom-routing' };
  await running().set({ leave, pause: { acceptBy: 'client' } });
});

it('the table has all routes, and no others', () => {
  const routes = ROWS.map(({ route }) => route.replace(/[?].*/, ''));
  expect([...new Set(routes)].sort()).toEqual(OPERATIONS.map(({ name }) => name).sort());
});

it.each(ROWS)('$route, $place', async (row) => {
  const heard = new Map<Role, number>();
  let before: unknown;
  for (const role of row.answers.keys()) {
    const placed = row.place === null ? undefined : await places.at(row.place);
    before ??= await stateOf(row, placed);
    const answer = await ask(role, row.route, placed);
    heard.set(role, answer.status === 202 ? 200 : answer.status);
    if (answer.status < 300) {
      if (isMoved(row)) await places.putAway(row.place!);
      before = undefined;
    } else {
      expectRefusal(row.route, answer);
      expect(await stateOf(row, placed)).toEqual(before);
    }
  }
  expect(heard).toEqual(row.answers);
});

/** Whether the conversation is somewhere else when the route has done its work. */
function isMoved({ route, place }: Row): boolean {
  return place !== null && !route.startsWith('GET') && !route.startsWith('PATCH');
}

async function ask(role: Role, route: string, placed?: Placed): Promise<Answer> {
  const [method = '', template = ''] = route.split(' ');
  const path = template
    .replace('{conversationSid}', placed?.conversationSid ?? '')
    .replace('{aside}', workerOf(ALICE));
  const form = formOf(path, placed);
  const headers = headersOf(role, running(), path, form, placed);
  if (path.startsWith('/webhooks/')) {
    const body = new URLSearchParams(form).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return running().ask(method, path, undefined, body, { ...headers, ...type });
  }
  if (path.startsWith('/service/') && role !== 'custom logic')
    return running().ask(method, path, undefined, {}, headers); // API Gateway's own answer
  const body = method === 'GET' ? undefined : await bodyOf(route);
  const version = method === 'PUT' ? { 'if-match': String((body as { version: number }).version) } : {};
  return running().ask(method, here(path), undefined, body, { ...headers, ...version });
}

/** On one machine custom logic has its route at another place. */
const here = (path: string) => (path.startsWith('/service/') ? `/local${path}` : path);

/** News that changes a paused conversation, where Twilio brings it. */
function formOf(path: string, placed?: Placed): Form {
  if (placed === undefined) return {};
  if (path === '/webhooks/conversations') return closedEvent(placed.conversationSid);
  return taskEvent('reservation.accepted', placed.conversationSid, sidOf('WT'));
}

async function bodyOf(route: string): Promise<object> {
  if (route === 'PUT /settings') return (await running().get('/settings', ADA)).body as object;
  if (route === 'POST /handover') return { fromWorkerSid: workerOf(CAROL) };
  return route.startsWith('PATCH') ? { note: `change ${(notes += 1)}` } : {};
}

function expectRefusal(route: string, answer: Answer): void {
  const { status } = answer;
  if (route.includes('/service/') && status === 403) expect(answer.body).toEqual({ message: 'Forbidden' });
  else {
    const code = route.includes('/webhooks/') ? 'bad-signature' : CODES[status];
    expect(refusal(answer)).toBe(`${status} ${code}`);
  }
}

/** What a refusal must leave as it is. */
async function stateOf({ route }: Row, placed?: Placed): Promise<unknown> {
  if (placed) return [await seen(running(), placed), await timers(running())];
  const path = route === 'POST /handover' ? '/paused?worker=all' : '/settings';
  return (await running().get(path, DEE)).body;
}
