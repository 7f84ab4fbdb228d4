import { ADA } from '../running-product';
import { refusal } from '../acts';
import { productForAll } from '../fixture';

/** Nobody listens there. */
const running = productForAll({ twilioBaseUrl: 'http://127.0.0.1:9' });
const CH = `CH${'0'.repeat(32)}`;

it.each([
  ['GET', '/settings'],
  ['GET', '/paused'],
  ['GET', '/left'],
  ['GET', '/paused/summary'],
  ['GET', '/agents'],
  ['POST', '/handover'],
  ['PUT', '/settings'],
  ['GET', `/conversations/${CH}`],
  ['POST', `/conversations/${CH}/pause`],
  ['PATCH', `/conversations/${CH}/pause`],
  ['POST', `/conversations/${CH}/resume`],
  ['POST', `/conversations/${CH}/reassign`],
  ['POST', `/conversations/${CH}/complete`],
  ['POST', `/conversations/${CH}/end`],
])('%s %s answers 503, and when to come back', async (method, path) => {
  const answer = await running().ask(method, path, ADA, method === 'GET' ? undefined : {});
  expect(refusal(answer)).toBe('503 twilio-unavailable');
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
});

it('nobody is let in without a token all the same', async () => {
  expect(refusal(await running().get('/settings'))).toBe('401 not-authenticated');
});
