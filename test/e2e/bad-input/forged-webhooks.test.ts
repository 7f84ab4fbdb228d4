import { ALICE, type RunningProduct } from '../running-product';
import { acceptedByAlice, type Begun, does, refusal, seen, timers } from '../acts';
import { productForAll } from '../fixture';
import {
  closedEvent,
  deliver,
  deliverSigned,
  type Form,
  sidOf,
  signatureOf,
  taskEvent,
  type WebhookPath,
} from '../webhooks';

const running = productForAll();
let begun: Begun;
beforeEach(async () => {
  begun = await acceptedByAlice(running(), 'web');
  await does(running(), ALICE, `${begun.path}/pause`);
  await does(running(), ALICE, `${begun.path}/complete`);
});

/** News that changes the record, when Twilio brings it. */
const NEWS: [WebhookPath, () => Form, number, string][] = [
  [
    '/webhooks/taskrouter',
    () => taskEvent('reservation.accepted', begun.conversationSid, sidOf('WT')),
    204,
    'active',
  ],
  ['/webhooks/conversations', () => closedEvent(begun.conversationSid), 200, 'closed'],
];

it.each(NEWS)('%s takes news with the right signature', async (path, news, status, channelState) => {
  expect((await deliverSigned(running(), path, news())).status).toBe(status);
  expect((await seen(running(), begun)).channelState).toBe(channelState);
});

type Forgery = (product: RunningProduct, path: WebhookPath, form: Form) => [form: Form, signature?: string];

const signedElsewhere =
  (base: string, suffix = ''): Forgery =>
  (product, path, form) => [form, signatureOf(product, path + suffix, form, { base })];

const FORGERIES: [string, Forgery][] = [
  ['without a signature', (_product, _path, form) => [form]],
  ['with an empty one', (_product, _path, form) => [form, '']],
  ['with any text for one', (_product, _path, form) => [form, 'c2lnbmF0dXJl']],
  ['with text that is no base64 and no ASCII', (_product, _path, form) => [form, '\u00fc'.repeat(28)]],
  [
    'signed with another token',
    (product, path, form) => [form, signatureOf(product, path, form, { authToken: 'another' })],
  ],
  ['signed for another host', signedElsewhere('http://example.com')],
  ['signed for a base path', signedElsewhere('http://localhost/prod')],
  [
    'signed for another path',
    (product, _path, form) => [form, signatureOf(product, '/webhooks/studio', form)],
  ],
  [
    'signed for a query that is not there',
    (product, path, form) => [form, signatureOf(product, `${path}?a=b`, form)],
  ],
  [
    'with a field altered',
    (product, path, form) => [{ ...form, Sid: sidOf('EV', '8') }, signatureOf(product, path, form)],
  ],
  ['with a field more', (product, path, form) => [{ ...form, Extra: '1' }, signatureOf(product, path, form)]],
  [
    'with a field less',
    (product, path, form) => [
      form,
      signatureOf(product, path, Object.fromEntries(Object.entries(form).slice(1))),
    ],
  ],
  [
    'of another account',
    (product, path, form) => {
      const other = { ...form, AccountSid: sidOf('AC') };
      return [other, signatureOf(product, path, other)];
    },
  ],
  [
    'of no account',
    (product, path, form) => {
      const { AccountSid, ...none } = form;
      expect(AccountSid).toBeDefined();
      return [none, signatureOf(product, path, none)];
    },
  ],
];

it.each(FORGERIES)('news %s is refused, and changes nothing', async (_, forge) => {
  const before = await seen(running(), begun);
  const timersBefore = await timers(running());
  for (const [path, news] of NEWS) {
    const [form, signature] = forge(running(), path, news());
    expect(refusal(await deliver(running(), path, form, signature))).toBe('403 bad-signature');
  }
  expect(await seen(running(), begun)).toEqual(before);
  expect(await timers(running())).toEqual(timersBefore);
});

it('an account that is named twice is refused', async () => {
  const before = await seen(running(), begun);
  const form = `AccountSid=${sidOf('AC')}&${new URLSearchParams(closedEvent(begun.conversationSid)).toString()}`;
  const signature = signatureOf(running(), '/webhooks/conversations', closedEvent(begun.conversationSid));
  const answer = await deliver(running(), '/webhooks/conversations', form, signature);
  expect(refusal(answer)).toBe('403 bad-signature');
  expect(await seen(running(), begun)).toEqual(before);
});

const BODIES: [string, string, string][] = [
  ['an empty body', '', 'application/x-www-form-urlencoded'],
  ['JSON', '{"EventType": "task.completed"}', 'application/json'],
  ['a megabyte of one field', `a=${'x'.repeat(1024 * 1024)}`, 'application/x-www-form-urlencoded'],
  ['a megabyte of one name', 'a=&'.repeat(350_000), 'application/x-www-form-urlencoded'],
  ['no form', '\u0000%zz&=&&&;', 'text/plain'],
];

it.each(BODIES)(
  'of %s nothing is taken',
  async (_, body, contentType) => {
    const before = await seen(running(), begun);
    for (const [path] of NEWS) {
      for (const signature of [undefined, signatureOf(running(), path, {})]) {
        const headers = {
          'content-type': contentType,
          ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
        };
        const answer = await running().ask('POST', path, undefined, body, headers);
        expect(refusal(answer)).toBe('403 bad-signature');
      }
    }
    expect(await seen(running(), begun)).toEqual(before);
  },
  10_000,
);
