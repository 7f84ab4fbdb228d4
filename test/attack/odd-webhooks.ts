import * as fc from 'fast-check';
import { sid } from '../doubles/constants';
import { odd } from '../http/nearly';
import { acceptedEvent, closedEvent } from '../runtime/functions';
import { altered } from './altered';

type Fields = readonly (readonly [name: string, value: string])[];
export interface OddWebhook {
  readonly routeKey: Route;
  readonly fields: Fields;
}
type Route = 'POST /webhooks/taskrouter' | 'POST /webhooks/conversations';

const TASK_EVENTS = [
  'reservation.accepted',
  'reservation.created',
  'reservation.completed',
  'task.wrapup',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'worker.deleted',
];

function eventsOf(conversationSid: string): (readonly [Route, Record<string, string>])[] {
  const accepted = { ...acceptedEvent(conversationSid), Timestamp: '1772442000', WorkerName: 'alice' };
  const closed = closedEvent(conversationSid);
  const author = { ParticipantSid: sid('MB'), Author: 'customer' };
  const message = {
    EventType: 'onMessageAdded',
    MessageSid: sid('IM'),
    ...author,
    Index: '7',
    Body: 'Hello?',
  };
  return [
    ...TASK_EVENTS.map((EventType) => ['POST /webhooks/taskrouter', { ...accepted, EventType }] as const),
    ['POST /webhooks/conversations', closed],
    ['POST /webhooks/conversations', { ...closed, EventType: 'onConversationRemoved' }],
    ['POST /webhooks/conversations', { ...closed, ...message }],
  ];
}

/** Without its account it is not ours, and refused. */
const changeable = (event: object) => Object.keys(event).filter((name) => name !== 'AccountSid');
/** Longer than an item of the table can be. */
const HUGE = 'x'.repeat(500_000);

/** What may come in the place of a field. */
const WAYS: readonly ((field: Fields[number]) => Fields)[] = [
  () => [],
  (field) => [field, field],
  ([name, value]) => [
    [name, value],
    [name, 'another'],
  ],
  ([name]) => [[name, HUGE]],
  ([name]) => [[name, '[7]']],
  ([name, value]) => [[name, hugeInside(value)]],
];

/** Each event with each of its fields missing, doubled, huge, or of another kind. */
export const EACH_ODD: readonly ((conversationSid: string) => OddWebhook)[] = eventsOf('').flatMap(
  ([, event], number) =>
    changeable(event).flatMap((odd) =>
      WAYS.map((way) => (conversationSid: string) => {
        const [routeKey, event] = eventsOf(conversationSid)[number]!;
        const fields = Object.entries(event).flatMap((field) => (field[0] === odd ? way(field) : [field]));
        return { routeKey, fields };
      }),
    ),
);

/** JSON of which every value is huge. */
function hugeInside(value: string): string {
  if (!value.startsWith('{')) return value;
  const each = Object.entries(JSON.parse(value) as Record<string, unknown>).map(
    ([name, inside]): [string, unknown] => [name, name.endsWith('Sid') ? inside : HUGE],
  );
  return JSON.stringify(Object.fromEntries(each));
}

/** An event whose fields are missing, doubled, huge or of another kind: one of them, or several at once. */
export function oddWebhook(conversationSid: string): fc.Arbitrary<OddWebhook> {
  return fc.constantFrom(...eventsOf(conversationSid)).chain(([routeKey, event]) => {
    return fc
      .subarray(changeable(event), { minLength: 1, maxLength: 3 })
      .chain((some) =>
        fc.tuple(...Object.entries(event).map((field) => instead(field, some.includes(field[0])))),
      )
      .map((fields) => ({ routeKey, fields: fields.flat() }));
  });
}

/** What comes in the place of a field. */
function instead([name, value]: [string, string], isOdd: boolean): fc.Arbitrary<Fields> {
  if (!isOdd) return fc.constant([[name, value]]);
  const inside = value.startsWith('{') ? altered(JSON.parse(value)) : odd;
  const values = fc.oneof(
    inside.map((other) => JSON.stringify(other) ?? ''),
    fc.constantFrom('', ' ', 'null', '-1', '1e400', 'NaN', '\u0000', value.toLowerCase(), `${value}0`, HUGE),
    fc.nat(value.length).map((end) => value.slice(0, end)),
  );
  return fc.oneof(
    values.map((other): Fields => [[name, other]]),
    fc.constant<Fields>([]),
    values.map((other): Fields => [
      [name, value],
      [name, other],
    ]),
    fc.constant<Fields>([
      [name, value],
      [name, value],
    ]),
  );
}
