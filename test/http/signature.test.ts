import crypto from 'node:crypto';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { type Expected, formOf, isFromTwilio } from '../../lambda/http/signature';
import { apiEvent, type EventParts, formEvent } from './events';
import { sid } from '../doubles/constants';
import { sign } from './sign';

type Fields = [string, string][];

describe("Twilio's own vectors", () => {
  const HOST = 'mycompany.com';
  const QUERY = 'foo=1&bar=2';
  const P: Fields = [
    ['CallSid', 'CA1234567890ABCDE'],
    ['Caller', '+14158675309'],
    ['Digits', '1234'],
    ['From', '+14158675309'],
    ['To', '+18005551212'],
  ];
  const ARRAY: Fields = [
    ['MessagingBinding.Address', '+1325xxxxxxx'],
    ['MessagingBinding.Address', '+1415xxxxxxx'],
  ];
  const MIXED: Fields = [
    ['Sid', 'CA123'],
    ['SidAccount', 'AC123'],
    ['Digits', '5678'],
    ['Digits', '1234'],
    ['Digits', '1234'],
  ];

  /** Base URL as configured, query as it came, form, signature. Source: github twilio/twilio-node. */
  const VECTORS: [string, base: string, query: string, Fields, signature: string][] = [
    ['a form', `https://${HOST}`, QUERY, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['port 443', `https://${HOST}:443`, QUERY, P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['port 443, signed, not configured', `https://${HOST}`, QUERY, P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['port 443, configured, not signed', `https://${HOST}:443`, QUERY, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['port 80', `http://${HOST}:80`, QUERY, P, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
    ['port 1234', `http://${HOST}:1234`, QUERY, P, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
    ['an array', `https://${HOST}`, QUERY, ARRAY, '83O6e2vORAoJHUNzJjDWN1jz+BA='],
    [
      'an array the other way round',
      `https://${HOST}`,
      QUERY,
      ARRAY.toReversed(),
      '83O6e2vORAoJHUNzJjDWN1jz+BA=',
    ],
    ['duplicates', `https://${HOST}`, QUERY, MIXED, 'IK+Dwps556ElfBT0I3Rgjkr1wJU='],
    [
      'a quote, escaped',
      `https://${HOST}`,
      `${QUERY}&Body=It%27s+amazing`,
      P,
      'TfZzewPq8wqrGlMfyAud8+/IvJ0=',
    ],
    [
      'a quote, escaped when it was signed',
      `https://${HOST}`,
      `${QUERY}&Body=It's+amazing`,
      P,
      'TfZzewPq8wqrGlMfyAud8+/IvJ0=',
    ],
    ['a quote', `https://${HOST}`, `${QUERY}&Body=It's+amazing`, P, 'dsq4Ehbj6cs+KdTkpF5sSSplOWw='],
    ['user and password', `https://user:pass@${HOST}`, QUERY, P, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
    ['a user', `https://user@${HOST}`, QUERY, P, '2YRLlVAflCqxaNicjMpJcSTgzSs='],
    ['no fields', `https://${HOST}`, QUERY, [], 'zYQTYrRWXE7LtzbG4PfP7/bkkGo='],
  ];

  it.each(VECTORS)('with %s is right', (_, base, query, fields, signature) => {
    const form = formOf(formEvent(fields));
    expect(validateRequest('12345', signature, `${base}/myapp.php?${query}`, form)).toBe(true);
  });

  it.each(VECTORS)('with %s is wrong for another token', (_, base, query, fields, signature) => {
    const form = formOf(formEvent(fields));
    expect(validateRequest('54321', signature, `${base}/myapp.php?${query}`, form)).toBe(false);
  });

  it.each(VECTORS)('with %s is right when it names our account too', (_, publicUrl, query, fields) => {
    const all: Fields = [['AccountSid', sid('AC')], ...fields];
    const headers = { 'x-twilio-signature': sign('12345', `${publicUrl}/myapp.php?${query}`, all) };
    const event = formEvent(all, { routeKey: 'POST /myapp.php', query, headers });
    const expected = { publicUrl, accountSid: sid('AC'), authToken: '12345' };
    expect(isFromTwilio(event, formOf(event), expected)).toBe(true);
  });

  it.each(VECTORS.filter(([title]) => !title.includes('signed') && !title.includes('quote')))(
    'with %s is what this test signs with',
    (_, base, query, fields, signature) => {
      expect(sign('12345', `${base}/myapp.php?${query}`, fields)).toBe(signature);
    },
  );
});

const EXPECTED: Expected = {
  publicUrl: 'https://api.example.com/prod',
  accountSid: sid('AC'),
  authToken: 'primary',
  authTokenSecondary: 'secondary',
};
const FIELDS: Fields = [
  ['AccountSid', sid('AC')],
  ['EventType', 'task.completed'],
  ['TaskAttributes', '{"customerName":"Zoë & Söhne + 100%","note":"\u{1F600}"}'],
  ['WorkerSid', ''],
  ['lowercase', 'after upper case'],
];
const URL = 'https://api.example.com/prod/webhooks/taskrouter';
const SIGNATURE: string | null = sign('primary', URL, FIELDS);
const ROUTE: EventParts = { routeKey: 'POST /webhooks/taskrouter' };

function isAccepted(
  sent: Fields | string,
  {
    signature = SIGNATURE,
    expected = EXPECTED,
    ...parts
  }: EventParts & { signature?: string | null; expected?: Expected } = {},
) {
  const headers: Record<string, string> = signature === null ? {} : { 'x-twilio-signature': signature };
  const event = formEvent(sent, { ...ROUTE, headers, ...parts });
  return isFromTwilio(event, formOf(event), expected);
}

describe('a webhook is accepted', () => {
  it('as it was signed, with empty values and all of Unicode', () => {
    expect(isAccepted(FIELDS)).toBe(true);
  });

  it('with its fields in another order', () => {
    expect(isAccepted(FIELDS.toReversed())).toBe(true);
  });

  it('when its body is not in base64', () => {
    const text = new URLSearchParams(FIELDS).toString();
    const headers = { 'x-twilio-signature': sign('primary', URL, FIELDS) };
    const event = { ...formEvent([], { ...ROUTE, headers }), body: text, isBase64Encoded: false };
    expect(isFromTwilio(event, formOf(event), EXPECTED)).toBe(true);
  });

  it.each(['primary', 'secondary'])('by the %s token while tokens are rotated', (token) => {
    expect(isAccepted(FIELDS, { signature: sign(token, URL, FIELDS) })).toBe(true);
  });

  it('with the query that Twilio was given, byte for byte', () => {
    const query = 'a=%7e&b=x+y&a=2';
    const signature = sign('primary', `${URL}?${query}`, FIELDS);
    expect(isAccepted(FIELDS, { query, signature })).toBe(true);
  });

  it('with several values of one name, in any order', () => {
    const several: Fields = [...FIELDS, ['Digits', '2'], ['Digits', '1'], ['Digits', '2']];
    const signature = sign('primary', URL, several);
    expect(isAccepted(several.toReversed(), { signature })).toBe(true);
  });
});

describe('a webhook is refused', () => {
  const without = (name: string) => FIELDS.filter(([each]) => each !== name);

  it.each<[string, Fields]>([
    ['with a changed value', [...without('EventType'), ['EventType', 'task.canceled']]],
    ['with a value filled in', [...without('WorkerSid'), ['WorkerSid', sid('WK')]]],
    ['with a field less', without('EventType')],
    ['with an empty field less', without('WorkerSid')],
    ['with a field more', [...FIELDS, ['Extra', '1']]],
    ['with a second value of a field', [...FIELDS, ['EventType', 'task.canceled']]],
    ['with a name in another case', [...without('EventType'), ['eventtype', 'task.completed']]],
    ['without a body', []],
  ])('%s', (_, fields) => {
    expect(isAccepted(fields)).toBe(false);
  });

  it.each<[string, EventParts & { signature?: string | null }]>([
    ['without a signature', { signature: null }],
    ['with an empty signature', { signature: '' }],
    ['with a signature of the right length', { signature: `${'A'.repeat(27)}=` }],
    ['with the signature of another URL', { signature: sign('primary', `${URL}/`, FIELDS) }],
    [
      'with the signature of another host',
      { signature: sign('primary', URL.replace('api.', 'evil.'), FIELDS) },
    ],
    [
      'with the signature without the stage',
      { signature: sign('primary', URL.replace('/prod', ''), FIELDS) },
    ],
    [
      'with the signature over plain HTTP',
      { signature: sign('primary', URL.replace('https', 'http'), FIELDS) },
    ],
    ['with a query that was not signed', { query: 'a=1' }],
    ['without the query that was signed', { signature: sign('primary', `${URL}?a=1`, FIELDS) }],
    ['at another route', { routeKey: 'POST /webhooks/conversations' }],
    ['by an unknown token', { signature: sign('third', URL, FIELDS) }],
    ['by an empty token', { signature: sign('', URL, FIELDS) }],
  ])('%s', (_, parts) => {
    expect(isAccepted(FIELDS, parts)).toBe(false);
  });

  it.each([undefined, ''])('by the second token when there is none: %j', (authTokenSecondary) => {
    const expected = { ...EXPECTED, authTokenSecondary };
    expect(isAccepted(FIELDS, { expected, signature: sign('secondary', URL, FIELDS) })).toBe(false);
    expect(isAccepted(FIELDS, { expected, signature: sign('', URL, FIELDS) })).toBe(false);
  });

  it.each<[string, Fields]>([
    ['of another account', [...without('AccountSid'), ['AccountSid', sid('AC', 2)]]],
    ['of no account', without('AccountSid')],
    ['of two accounts', [...FIELDS, ['AccountSid', sid('AC', 2)]]],
  ])('when it is %s, though rightly signed', (_, fields) => {
    expect(isAccepted(fields, { signature: sign('primary', URL, fields) })).toBe(false);
  });
});

describe('a webhook of', () => {
  const fieldsOf = (count: number): Fields => [
    ['AccountSid', sid('AC')],
    ...Array.from({ length: count - 1 }, (_, index): [string, string] => [`k${index}`, '']),
  ];
  const isRight = (fields: Fields) => isAccepted(fields, { signature: sign('primary', URL, fields) });

  it('1,000 fields is accepted', () => {
    expect(isRight(fieldsOf(1_000))).toBe(true);
  });

  it('more is refused, though rightly signed', () => {
    expect(isRight(fieldsOf(1_001))).toBe(false);
  });

  it.each([
    ['names', (index: number) => `k${index}=`],
    ['values', (index: number) => `k=${index}`],
  ])('as many %s as Lambda takes does not keep a function busy', (_, fieldOf) => {
    const fields = Array.from({ length: 500_000 }, (_field, index) => fieldOf(index));
    const headers = { 'x-twilio-signature': sign('third', URL, FIELDS) };
    const event = formEvent(`AccountSid=${sid('AC')}&${fields.join('&')}`, { ...ROUTE, headers });
    const began = process.cpuUsage();
    expect(isFromTwilio(event, formOf(event), EXPECTED)).toBe(false);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1_000); // it took 10 s
  });
});

it('a body in JSON is refused, also with the signature that Twilio gives it', () => {
  const publicUrl = 'https://mycompany.com';
  const query = 'foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';
  const signature = 'a9nBmqA0ju/hNViExpshrM61xv4='; // of twilio-node's own tests
  expect(validateRequest('12345', signature, `${publicUrl}/myapp.php?${query}`, {})).toBe(true);
  const headers = { 'x-twilio-signature': signature };
  const event = apiEvent({
    ...{ routeKey: 'POST /myapp.php', query, headers },
    body: '{"property": "value", "boolean": true}',
  });
  expect(isFromTwilio(event, formOf(event), { ...EXPECTED, publicUrl, authToken: '12345' })).toBe(false);
});

describe('a signature', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is compared in constant time, by what Node has for that', () => {
    const compare = jest.spyOn(crypto, 'timingSafeEqual');
    const forged = `${'A'.repeat(27)}=`;
    expect(isAccepted(FIELDS, { signature: forged })).toBe(false);
    expect(compare).toHaveBeenCalledWith(Buffer.from(forged), Buffer.from(SIGNATURE));
  });

  it('counts as that comparison says, and as nothing else does', () => {
    const compare = jest.spyOn(crypto, 'timingSafeEqual').mockReturnValue(false);
    expect(isAccepted(FIELDS)).toBe(false);
    compare.mockReturnValue(true);
    expect(isAccepted(FIELDS, { signature: `${'A'.repeat(27)}=` })).toBe(true);
  });
});

describe('a form', () => {
  it.each<[string, Record<string, string | string[]>]>([
    ['', {}],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&a=2&a=1', { a: ['1', '2', '1'] }],
    ['a=&b', { a: '', b: '' }],
    ['a=x+y%20z', { a: 'x y z' }],
    ['a=%2B1415', { a: '+1415' }],
    ['a=Zo%C3%AB', { a: 'Zoë' }],
    ['toString=1&toString=2', { toString: ['1', '2'] }],
  ])('%j is read as %j', (text, form) => {
    expect({ ...formOf(formEvent(text)) }).toEqual(form);
  });
});
