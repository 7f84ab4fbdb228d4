import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';

type Fields = readonly (readonly [name: string, value: string])[];

/** A webhook as it comes in. */
export interface Webhook {
  /** The form as text. */
  readonly body: string;
  readonly query: string;
  /** undefined: none. */
  readonly signature: string | undefined;
  /** "POST /webhooks/taskrouter" */
  readonly routeKey: string;
}

const OTHER_TEXT = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '\u0000',
    'null',
    'closed',
    'reservation.accepted',
    '\u{1F600}',
    'é',
    '%',
    '&',
    '=',
  ),
  fc.string(),
);

/** One who is in between has changed something: the form, the URL, or the signature. */
export function altered(webhook: Webhook): fc.Arbitrary<Webhook> {
  const fields = [...new URLSearchParams(webhook.body)];
  const { signature = '' } = webhook;
  return fc.oneof(
    { arbitrary: otherFields(fields).map((other) => ({ ...webhook, body: asForm(other) })), weight: 6 },
    { arbitrary: otherText(webhook.body).map((body) => ({ ...webhook, body })), weight: 4 },
    { arbitrary: otherQuery().map((query) => ({ ...webhook, query })), weight: 1 },
    { arbitrary: otherSignature(signature).map((other) => ({ ...webhook, signature: other })), weight: 3 },
    { arbitrary: otherRoute(webhook.routeKey).map((routeKey) => ({ ...webhook, routeKey })), weight: 1 },
  );
}

function asForm(fields: Fields): string {
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
}

function otherFields(fields: Fields): fc.Arbitrary<Fields> {
  const place = fc.nat(fields.length - 1);
  const at = (index: number, change: (field: Fields[number]) => Fields) =>
    fields.flatMap((field, each) => (each === index ? change(field) : [field]));
  const withText = (change: (field: Fields[number], text: string) => Fields) =>
    fc.tuple(place, OTHER_TEXT).map(([index, text]) => at(index, (field) => change(field, text)));
  const without = (change: (field: Fields[number]) => Fields) => place.map((index) => at(index, change));
  return fc.oneof(
    withText(([name], text) => [[name, text]]),
    withText(([name, value], text) => [[name, value + text]]),
    withText(([name, value], text) => [[name + text, value]]),
    withText(([name, value], text) => [
      [name, value],
      [name, text],
    ]),
    without(() => []),
    without((field) => [field, field]),
    without(([name, value]) => [[value, name]]),
    without(([name, value]) => [[name.toLowerCase(), value]]),
    without(([name, value]) => [[name + value.slice(0, 1), value.slice(1)]]),
    fc.tuple(OTHER_TEXT, OTHER_TEXT).map((field): Fields => [...fields, field]),
    fc.tuple(place, place).map(([one, other]) => at(one, ([name]) => [[name, fields[other]![1]]])),
    fc.shuffledSubarray([...fields], { minLength: 1 }),
  );
}

/** The same fields in another spelling, or what looks like it. */
function otherText(body: string): fc.Arbitrary<string> {
  const spellings: ((text: string) => string)[] = [
    (text) => text.replaceAll('%', '%25'),
    (text) => text.replaceAll('+', '%2B'),
    (text) => text.replaceAll('+', '%20'),
    (text) => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    (text) => text.replaceAll('&', ';'),
    (text) => text.replaceAll('&', '&&'),
    (text) => decodeURIComponent(text.replaceAll('+', ' ')),
    (text) => encodeURIComponent(text),
    (text) => Buffer.from(text).toString('base64'),
    (text) => JSON.stringify(Object.fromEntries(new URLSearchParams(text))),
    (text) => `\ufeff${text}`,
    (text) => text.toUpperCase(),
    () => '',
  ];
  const character = fc.constantFrom('&', '=', '+', '%', '%00', ';', '0', 'a', 'é', ' ', '\n');
  const place = fc.nat(body.length);
  return fc.oneof(
    fc.constantFrom(...spellings).map((spell) => spell(body)),
    fc.tuple(place, character).map(([at, put]) => body.slice(0, at) + put + body.slice(at)),
    fc.tuple(place, character).map(([at, put]) => body.slice(0, at) + put + body.slice(at + 1)),
    place.map((end) => body.slice(0, end)),
  );
}

function otherQuery(): fc.Arbitrary<string> {
  const fixed = fc.constantFrom('a=b', 'AccountSid=', '%', '#rc=3', 'bodySHA256=0', '&', '/');
  return fc.oneof(
    fixed,
    fc.webQueryParameters().filter((query) => query !== ''),
  );
}

function otherSignature(signature: string): fc.Arbitrary<string | undefined> {
  const bytes = Buffer.from(signature, 'base64');
  const spellings = [
    bytes.toString('hex'),
    bytes.toString('base64').replaceAll('=', ''),
    signature.toLowerCase(),
    ` ${signature}`,
    `${signature}\n`,
    `${signature}=`,
    `${signature},${signature}`,
    `sha1=${signature}`,
    createHmac('sha256', '').update(bytes).digest('base64'),
  ];
  const flipped = fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)).map(([at, bit]) => {
    const copy = Buffer.from(bytes);
    copy[at]! ^= 1 << bit;
    return copy.toString('base64');
  });
  const random = fc
    .uint8Array({ minLength: bytes.length, maxLength: bytes.length })
    .map((some) => Buffer.from(some).toString('base64'));
  return fc.oneof(fc.constantFrom(undefined, '', ...spellings), flipped, random, fc.string());
}

function otherRoute(routeKey: string): fc.Arbitrary<string> {
  const routes = ['POST /webhooks/taskrouter', 'POST /webhooks/conversations'];
  return fc.constantFrom(...routes.filter((route) => route !== routeKey));
}
