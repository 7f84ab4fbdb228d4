import * as fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { sid } from '../doubles/constants';

const duration = fc.oneof(
  fc.constantFrom('P14D', 'PT1M', 'P1W2DT3H4M5S', 'PT0S', 'P0D', 'P', 'PT', 'P1M', 'P1Y', '-P1D', 'PT1.5H'),
  fc.constantFrom('p1d', 'P1D ', 'PT1S1M', 'P1DT', 'PT1H1H', '', 'P+1D', 'P00D', 'P01D', 'P1D\n', 'P1W'),
  fc.stringMatching(/^P([0-9]{1,4}[WDMY]){0,2}(T([0-9]{1,6}[HMS]){0,3})?$/),
);
const time = fc.oneof(
  fc.constantFrom('2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.5Z', '2026-03-02'),
  fc.constantFrom('2026-03-02T09:00:00+00:00', '2026-03-02T09:00Z', '2024-02-29T00:00:00Z', 'now', ''),
  fc.constantFrom(
    '2026-03-02T24:00:00Z',
    '2026-03-02T09:00:00',
    '2026-3-2T09:00:00Z',
    '+002026-03-02T09:00:00Z',
  ),
  fc.stringMatching(/^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-5][0-9](\.0{1,3})?Z$/),
);
const number = fc.oneof(fc.integer({ min: -2, max: 20 }), fc.constantFrom(0.5, -0.5, 2 ** 53 - 1, -1));
const characters = (limit: number) =>
  fc
    .constantFrom(0, 1, limit - 1, limit, limit + 1)
    .chain((length) =>
      fc.constantFrom('x', 'é', '\u{1F600}', ' ').map((character) => character.repeat(length)),
    );
const anySid = fc.constantFrom(
  sid('WT'),
  sid('FW'),
  `WT${'G'.repeat(32)}`,
  'WT1',
  `${sid('WT')}0`,
  sid('wt'),
  `${sid('FW')}\n`,
);
/** Whole numbers beyond 2 ** 53 are a difference of their own, below. */
const VALUES = [
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
];
const anyWorker = fc.oneof(anySid, fc.constantFrom(sid('WK'), sid('WK', 2), sid('wk'), `${sid('WK')} `, ''));
/** Values of any other type. */
export const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, '', [], {}, [[]], 'workflow', 'new-task', 'toString'),
  fc.anything({ values: VALUES, maxDepth: 2 }),
);

/** Values of a pause's fields, good ones and nearly so. */
export const PAUSE_FIELDS = {
  timeLimit: duration,
  until: time,
  reason: characters(100),
  note: characters(500),
  seenIndex: number,
  taskSid: anySid,
};
export const REASSIGN_FIELDS = { workerSid: anyWorker };
/** The same of an invite by custom logic. */
export const SERVICE_INVITE_FIELDS = {
  workflowSid: fc.constantFrom(sid('WW'), sid('WQ'), 'WW1', ''),
  queueSid: fc.constantFrom(sid('WQ'), sid('WW'), `${sid('WQ')}0`),
  workerSid: fc.constantFrom(sid('WK'), sid('wk'), null),
  priority: fc.oneof(number, fc.constantFrom(2 ** 31 - 1, 2 ** 31)),
  attributes: fc.dictionary(fc.string(), fc.anything({ values: VALUES, maxDepth: 2 })),
};
export const HANDOVER_FIELDS = { fromWorkerSid: anyWorker, toWorkerSid: anyWorker };
const LEAVE_SETTINGS = {
  enabled: fc.boolean(),
  onReply: fc.constantFrom('new-task', 'custom-routing', 'studio'),
  studioFlowSid: fc.oneof(fc.constant(null), anySid),
  customRoutingTimeout: duration,
  expiresAfter: duration,
};
const PAUSE_SETTINGS = {
  enabled: fc.boolean(),
  timeLimit: duration,
  whenAtCapacity: fc.constantFrom('workflow', 'refuse', 'Refuse'),
  onCustomerReply: fc.constantFrom('notify', 'resume', 'queue', ''),
  acceptBy: fc.constantFrom('server', 'client', 'agent'),
  maxPerAgent: fc.oneof(fc.constant(null), number),
  reasons: fc.array(characters(100), { maxLength: 3 }),
  requireReason: fc.boolean(),
};
/** The same of the settings. */
export const SETTINGS_FIELDS = {
  version: number,
  leave: fc.record(LEAVE_SETTINGS),
  pause: fc.record(PAUSE_SETTINGS),
  botIdentities: fc.array(characters(3), { maxLength: 3 }),
  wrapUp: fc.boolean(),
  hipaa: fc.boolean(),
  hipaaAttributes: fc.array(characters(3), { maxLength: 3 }),
  compareCallsPerMinute: number,
};

/** The default settings with another value in one place, by that place. */
export const SETTINGS_BUT_ONE: [place: string, settings: fc.Arbitrary<unknown>][] = [
  ...changesIn(SETTINGS_FIELDS, DEFAULT_SETTINGS),
  ...inside('leave', LEAVE_SETTINGS),
  ...inside('pause', PAUSE_SETTINGS),
];

function inside(
  part: 'leave' | 'pause',
  fields: Record<string, fc.Arbitrary<unknown>>,
): [string, fc.Arbitrary<unknown>][] {
  return changesIn(fields, DEFAULT_SETTINGS[part]).map(([field, changed]) => [
    `${part}.${field}`,
    changed.map((value) => ({ ...DEFAULT_SETTINGS, [part]: value })),
  ]);
}

function changesIn(
  fields: Record<string, fc.Arbitrary<unknown>>,
  good: object,
): [string, fc.Arbitrary<unknown>][] {
  return Object.entries(fields).map(([field, values]) => [
    field,
    fc.oneof(values, odd).map((value) => ({ ...good, [field]: value })),
  ]);
}

/** A body, its fields as they are or nearly so: one of another type, missing, or not known. */
export function nearly(fields: Record<string, fc.Arbitrary<unknown>>, good?: object): fc.Arbitrary<unknown> {
  const names = Object.keys(fields);
  const body = fc.record(fields, { requiredKeys: [] }).map((some) => ({ ...good, ...some }));
  const name = fc.constantFrom(...names, 'surprise', '__proto__', 'constructor');
  return fc.oneof(
    { arbitrary: body, weight: 6 },
    { arbitrary: fc.tuple(body, name, odd).map(([of, key, value]) => own(of, key, value)), weight: 3 },
    { arbitrary: fc.tuple(body, name).map(([of, key]) => withoutKey(of, key)), weight: 2 },
    { arbitrary: odd, weight: 1 },
  );
}

/** With `key` as a field of its own, as JSON.parse makes it, even when it is `__proto__`. */
function own(body: object, key: string, value: unknown): unknown {
  const copy = { ...body };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function withoutKey(body: object, key: string): unknown {
  return Object.fromEntries(Object.entries(body).filter(([each]) => each !== key));
}
