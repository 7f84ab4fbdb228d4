import * as fc from 'fast-check';
import * as v from 'valibot';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { PAUSE, type Schema } from '../../lambda/http/schemas';
import { validateRequest } from '../contract/openapi';
import { BODIES, BODY } from './bodies';
import {
  HANDOVER_FIELDS,
  nearly,
  odd,
  PAUSE_FIELDS,
  REASSIGN_FIELDS,
  SERVICE_INVITE_FIELDS,
  SETTINGS_BUT_ONE,
  SETTINGS_FIELDS,
} from './nearly';

const { timeLimit, until, note } = PAUSE_FIELDS;

/** docs/openapi.yaml states the limits of durations in words only. */
const IN_WORDS = 'is shorter or longer than is allowed';

/** Whether the schema takes it, if it were not for the limits that the contract states in words. */
function isTaken(schema: Schema<unknown>, body: unknown): boolean {
  const { issues = [] } = v.safeParse(schema, body);
  return issues.every(({ message }) => message === IN_WORDS);
}

function expectAgreement([, schema, method, path]: (typeof BODIES)[number], body: unknown) {
  const violations = validateRequest(method, path, body);
  expect({ body, taken: isTaken(schema, body), violations }).toEqual({
    body,
    taken: violations.length === 0,
    violations,
  });
}

describe('our schema and docs/openapi.yaml agree', () => {
  it.each<[string, fc.Arbitrary<unknown>]>([
    ['PAUSE', nearly(PAUSE_FIELDS)],
    ['CHANGE_PAUSE', nearly({ timeLimit, until, note })],
    ['REASSIGN', nearly(REASSIGN_FIELDS)],
    ['SERVICE_INVITE', nearly(SERVICE_INVITE_FIELDS)],
    ['HANDOVER', nearly(HANDOVER_FIELDS)],
    ['SETTINGS', nearly(SETTINGS_FIELDS, DEFAULT_SETTINGS)],
    ['NOTHING', nearly({ note })],
  ])('on %s, whatever comes', (name, bodies) => {
    fc.assert(
      fc.property(bodies, (body) => expectAgreement(BODY[name]!, body)),
      { numRuns: 1_500 },
    );
  });

  it.each(Object.keys(PAUSE_FIELDS) as (keyof typeof PAUSE_FIELDS)[])('on %s of a pause', (field) => {
    fc.assert(
      fc.property(fc.oneof(PAUSE_FIELDS[field], odd), (value) =>
        expectAgreement(BODY['PAUSE']!, { [field]: value }),
      ),
      { numRuns: 400 },
    );
  });

  it.each(SETTINGS_BUT_ONE)('on %s of the settings', (_, settings) => {
    fc.assert(
      fc.property(settings, (body) => expectAgreement(BODY['SETTINGS']!, body)),
      { numRuns: 150 },
    );
  });

  it.each(BODIES)('on %s: no list, text, number or null', (...body) => {
    for (const value of [[], [[]], '', 'text', 7, true, null]) expectAgreement(body, value);
    expect(v.safeParse(body[1], []).success).toBe(false);
  });
});

/** Where we refuse what the patterns of docs/openapi.yaml would let pass: beyond what any caller can mean. */
it.each<[string, unknown]>([
  ['a duration of more seconds than a number can count', { timeLimit: 'P999999999999D' }],
  ['an index beyond the whole numbers', { seenIndex: 2 ** 53 }],
  ['a time with a small t', { until: '2026-03-02t09:00:00Z' }],
  ['a time with a blank', { until: '2026-03-02 09:00:00Z' }],
  ['a leap second', { until: '2026-12-31T23:59:60Z' }],
])('%s is refused', (_, body) => {
  expect(v.safeParse(PAUSE, body).success).toBe(false);
});
