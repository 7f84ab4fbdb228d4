import { ADA, ALICE } from '../running-product';
import { acceptedByAlice, refusal } from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();
const CH = `CH${'0'.repeat(32)}`;

const ROUTES: [string, string][] = [
  ['GET', ''],
  ['GET', '/history'],
  ['POST', '/pause'],
  ['PATCH', '/pause'],
  ['POST', '/complete'],
  ['POST', '/resume'],
  ['POST', '/reassign'],
  ['POST', '/end'],
];

const MALFORMED = [
  'CH0',
  `ch${'0'.repeat(32)}`,
  `CH${'g'.repeat(32)}`,
  `${CH}0`,
  '%00',
  '%E0%A4%A',
  '{}',
  '..;',
];

it.each(ROUTES)(
  '%s /conversations/{CH}%s knows no conversation that is unknown or malformed',
  async (method, route) => {
    for (const sid of [CH, ...MALFORMED]) {
      for (const body of ['{}', '{"until":']) {
        const answer = await running().ask(
          method,
          `/conversations/${sid}${route}`,
          ADA,
          method === 'GET' ? undefined : body,
        );
        expect([sid, refusal(answer)]).toEqual([sid, '404 not-found']);
        expect(answer.headers.has('x-request-id')).toBe(true);
      }
    }
  },
);

it.each([
  ['GET', '/'],
  ['GET', '/conversations'],
  ['GET', '/conversations//pause'],
  ['POST', `/conversations/${CH}/park`],
  ['POST', `/conversations/${CH}/pause/`],
  ['GET', `/conversations/${CH}/pause`],
  ['PUT', `/conversations/${CH}/pause`],
  ['DELETE', `/conversations/${CH}`],
  ['GET', `/conversations/${CH}/reassign`],
  ['PATCH', `/conversations/${CH}`],
  ['POST', '/paused'],
  ['GET', '/handover'],
  ['PUT', '/handover'],
  ['GET', '/left/summary'],
  ['POST', '/settings'],
  ['DELETE', '/settings'],
  ['GET', '/settings/'],
  ['POST', '/health'],
  ['GET', '/webhooks/taskrouter'],
  ['PUT', '/webhooks/conversations'],
  ['POST', '/webhooks/studio'],
])('%s %s is no route', async (method, path) => {
  for (const token of [undefined, ALICE]) {
    const answer = await running().ask(method, path, token);
    expect(refusal(answer)).toBe('404 not-found');
    expect(answer.headers.has('x-request-id')).toBe(true);
  }
});

it.each(['/service/x', `/service/conversations/${CH}/invite`])('%s lets nobody in here', async (path) => {
  for (const token of [undefined, ADA]) {
    expect((await running().ask('POST', path, token, {})).status).toBe(403);
  }
});

it('an invite by custom logic knows no conversation that is unknown or malformed', async () => {
  for (const sid of [CH, ...MALFORMED]) {
    for (const body of ['{}', '{"priority":']) {
      const answer = await running().ask(
        'POST',
        `/local/service/conversations/${sid}/invite`,
        undefined,
        body,
      );
      expect([sid, refusal(answer)]).toEqual([sid, '404 not-found']);
      expect(answer.headers.has('x-request-id')).toBe(true);
    }
  }
});

it.each([
  ['GET', `/local/service/conversations/${CH}/invite`],
  ['POST', `/local/service/conversations/${CH}/pause`],
  ['POST', `/local/service/conversations/${CH}/invite/`],
  ['POST', '/local/service/x'],
  ['POST', '/local/service/'],
])('%s %s is no route for custom logic', async (method, path) => {
  expect(refusal(await running().ask(method, path))).toBe('404 not-found');
});

it('a query does not disturb', async () => {
  const { path } = await acceptedByAlice(running());
  expect((await running().get(`${path}?worker=me&worker=all&%zz`, ALICE)).status).toBe(200);
});
