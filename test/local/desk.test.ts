import { type Desk } from '../../desk/build';
import { withDesk } from '../../local/desk';
import { serve, type Served } from '../../local/http-server';

const file = (text: string, type: string, immutable = false) => ({
  contents: Buffer.from(text),
  type,
  immutable,
});
const DESK: Desk = {
  files: new Map([
    ['index.html', file('<p>Grüße</p>', 'text/html; charset=utf-8')],
    ['desk-ABC.js', file('run()', 'text/javascript; charset=utf-8', true)],
  ]),
};

let server: Served;
beforeAll(async () => {
  server = await serve(withDesk(DESK, true, (_, response) => response.writeHead(404).end('of the API')));
});
afterAll(() => server.close());

const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);

it.each([
  ['/', 'text/html; charset=utf-8', '<p>Grüße</p>', 'no-cache'],
  ['/index.html', 'text/html; charset=utf-8', '<p>Grüße</p>', 'no-cache'],
  ['/?from=somewhere', 'text/html; charset=utf-8', '<p>Grüße</p>', 'no-cache'],
  ['/desk-ABC.js', 'text/javascript; charset=utf-8', 'run()', 'public, max-age=31536000, immutable'],
  ['/config.json', 'application/json', '{"apiUrl":"","demo":true}', 'no-cache'],
])('%s is part of the desk', async (path, type, text, kept) => {
  const answer = await get(path);
  expect([answer.status, await answer.text()]).toEqual([200, text]);
  expect(answer.headers.get('content-type')).toBe(type);
  expect(answer.headers.get('cache-control')).toBe(kept);
});

it('has no demo agents where another Twilio is used', async () => {
  const outside = await serve(withDesk(DESK, false, (_, response) => response.end()));
  const answer = await fetch(`${outside.url}/config.json`);
  expect(await answer.json()).toEqual({ apiUrl: '', demo: false });
  await outside.close();
});

it('may run nothing but its own script, ask nobody but this address, and stand in no frame', async () => {
  const { headers } = await get('/');
  const policy = headers.get('content-security-policy')!.split('; ');
  expect(policy).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

it('is not sent again to whoever has it', async () => {
  const etag = (await get('/')).headers.get('etag')!;
  const again = await get('/', { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await get('/', { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  expect((await get('/desk-ABC.js')).headers.get('etag')).not.toBe(etag);
});

it('answers HEAD without the page', async () => {
  const answer = await get('/', { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(answer.headers.get('content-length')).toBe('14');
});

it.each([
  ['POST', '/'],
  ['GET', '/desk-ABC.js/more'],
  ['GET', '/desk-OLD.js'],
  ['GET', '/settings'],
  ['GET', '/..%2fdesk-ABC.js'],
])('%s %s is none of its business', async (method, path) => {
  expect(await (await get(path, { method })).text()).toBe('of the API');
});
