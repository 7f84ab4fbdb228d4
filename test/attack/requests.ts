import * as fc from 'fast-check';
import { type Content, locate, type Parameter } from '../contract/openapi-document';
import { OPERATIONS, type PlacedOperation } from '../contract/openapi-operations';
import { type Place, PLACES } from '../e2e/who-may/places';
import type { Role } from '../e2e/who-may/roles';
import { odd } from '../http/nearly';
import { altered } from './altered';
import { fitting } from './from-schema';

/** What somebody asks. */
export interface Request {
  /** "POST /conversations/{conversationSid}/pause" */
  readonly route: string;
  /** A place in which there is a conversation, or a text that stands where its SID does. */
  readonly conversation: { readonly place: Place } | { readonly text: string };
  readonly role: Role;
  /** "limit=7&worker=all" */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** undefined: none. */
  readonly body: string | undefined;
}

/** Twilio's own requests are another attack. */
const STRANGERS = ['nobody', 'another agent', 'custom logic'] as const;
const MAYBE_LET_IN = ['holder', 'who put it aside', 'supervisor', 'admin'] as const;
const SIDS = [
  `CH${'0'.repeat(32)}`,
  `CH${'0'.repeat(31)}`,
  `ch${'0'.repeat(32)}`,
  'undefined',
  '__proto__',
  '%00',
];
/** More than a body may have. */
const HUGE = JSON.stringify({ note: 'x'.repeat(20_000) });
/** What HTTP lets through as a header's value. */
const headerText = fc.string({ maxLength: 300 }).map((text) => text.trim());

/** Requests of every route: as docs/openapi.yaml describes them, and nearly so. */
export const requests: fc.Arbitrary<Request> = fc.oneof(...OPERATIONS.map(requestsOf));

function requestsOf(operation: PlacedOperation): fc.Arbitrary<Request> {
  return fc.record({
    route: fc.constant(operation.name),
    conversation: fc.oneof(
      { arbitrary: fc.record({ place: fc.constantFrom(...PLACES) }), weight: 6 },
      fc.record({ text: fc.oneof(fc.constantFrom(...SIDS), fc.string({ minLength: 1 })) }),
    ),
    role: fc.oneof({ arbitrary: fc.constantFrom(...MAYBE_LET_IN), weight: 4 }, fc.constantFrom(...STRANGERS)),
    query: queryOf(operation),
    headers: headersOf(operation),
    body: bodyOf(operation),
  });
}

function parametersIn(where: string, { at, operation }: PlacedOperation) {
  const all = (operation.parameters ?? []).map((_, index) => locate<Parameter>(...at, 'parameters', index));
  return all.filter(({ value }) => value.in === where);
}

function queryOf(operation: PlacedOperation): fc.Arbitrary<string> {
  const named = parametersIn('query', operation).map(({ at, value }) => {
    const text = fc.oneof(fitting(...at, 'schema').map(String), fc.string(), odd.map(String));
    return fc.array(text, { maxLength: 2 }).map((values) => values.map((each) => [value.name, each]));
  });
  const pairs = fc
    .tuple(...named)
    .map((lists) => new URLSearchParams(lists.flat() as [string, string][]).toString());
  return fc.oneof(
    { arbitrary: pairs, weight: 5 },
    { arbitrary: fc.tuple(pairs, fc.webQueryParameters()).map((both) => both.join('&')), weight: 1 },
    { arbitrary: fc.constantFrom('%', '%zz=1', '&&', '=', '?', `limit=${'9'.repeat(2_000)}`), weight: 1 },
  );
}

function headersOf(operation: PlacedOperation): fc.Arbitrary<Record<string, string>> {
  const named = parametersIn('header', operation).map(
    ({ at, value }) =>
      [value.name.toLowerCase(), fc.oneof(fitting(...at, 'schema').map(headerOf), headerText)] as const,
  );
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
    '',
  ];
  return fc.record(
    {
      ...Object.fromEntries(named),
      'content-type': fc.oneof(fc.constantFrom(...types), headerText),
      'x-twilio-signature': headerText,
      'x-request-id': headerText,
      'accept-encoding': fc.constant('identity'),
      authorization: fc.oneof(
        headerText,
        headerText.map((token) => `Bearer ${token}`),
      ),
    },
    { requiredKeys: [] },
  );
}

function headerOf(value: unknown): string {
  return String(value)
    .replace(/[^\x20-\x7e]/g, '')
    .trim();
}

function bodyOf({ name, at, operation }: PlacedOperation): fc.Arbitrary<string | undefined> {
  if (name.startsWith('GET')) return fc.constant(undefined);
  const { at: body, value } = locate<{ content: Content }>(...at, 'requestBody');
  expect(operation.requestBody).toBeDefined();
  const [type = ''] = Object.keys(value.content);
  const good = fitting(...body, 'content', type, 'schema');
  const written = (values: fc.Arbitrary<unknown>) => values.map((each) => textOf(type, each));
  return fc.oneof(
    { arbitrary: written(good), weight: 6 },
    { arbitrary: written(good.chain(altered)), weight: 6 },
    { arbitrary: written(odd), weight: 1 },
    { arbitrary: fc.tuple(written(good), fc.nat(60)).map(([text, end]) => text.slice(0, end)), weight: 1 },
    { arbitrary: written(good).map((text) => text.replace('{', '{"note":"one","note":"two",')), weight: 1 },
    {
      arbitrary: fc.constantFrom('', ' ', 'null', '{', '[]', HUGE, `${'{"a":'.repeat(2_000)}1`, '\ufeff{}'),
      weight: 1,
    },
  );
}

function textOf(type: string, value: unknown): string {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type !== 'application/x-www-form-urlencoded' || !isObject) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).map(([name, each]): [string, string] => [name, fieldOf(each)]);
  return new URLSearchParams(fields).toString();
}

/** Of any object: `String` fails where it has a `toString` of its own. */
function fieldOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
