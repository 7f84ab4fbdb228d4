import * as fc from 'fast-check';
import * as v from 'valibot';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { PAUSE, problemsOf, SETTINGS } from '../../lambda/http/schemas';
import { sid } from '../doubles/constants';
import { BODY } from './bodies';
import { nearly, PAUSE_FIELDS } from './nearly';

/** An object in an object, and so on, as deep. */
function nested(depth: number): object {
  return depth === 1 ? { end: true } : { next: nested(depth - 1) };
}

describe('a body is taken', () => {
  it.each<[string, unknown, unknown]>([
    ['PAUSE', {}, {}],
    ['PAUSE', { timeLimit: 'PT4H', seenIndex: 0 }, { timeLimit: 'PT4H', seenIndex: 0 }],
    ['PAUSE', { until: '2026-03-09T08:00:00.000Z' }, { until: '2026-03-09T08:00:00Z' }],
    ['CHANGE_PAUSE', { note: '' }, { note: '' }],
    ['REASSIGN', {}, {}],
    ['REASSIGN', { workerSid: sid('WK') }, { workerSid: sid('WK') }],
    ['SERVICE_INVITE', {}, {}],
    ['SERVICE_INVITE', { priority: 0, attributes: {} }, { priority: 0, attributes: {} }],
    ['SERVICE_INVITE', { attributes: nested(100) }, { attributes: nested(100) }],
    ['NOTHING', {}, {}],
    ['SETTINGS', DEFAULT_SETTINGS, DEFAULT_SETTINGS],
  ])('%s: %j', (name, body, read) => {
    expect(v.parse(BODY[name]![1], body)).toEqual(read);
  });
});

describe('limits that docs/openapi.yaml states in words', () => {
  const settings = (part: 'leave' | 'pause', name: string, value: string) => ({
    ...DEFAULT_SETTINGS,
    [part]: { ...DEFAULT_SETTINGS[part], [name]: value },
  });

  it.each([
    ['pause', 'timeLimit', 'PT1M', 'PT59S', 'P90D', 'P90DT1S'],
    ['leave', 'expiresAfter', 'PT1H', 'PT59M59S', 'P90D', 'PT2160H1S'],
    ['leave', 'customRoutingTimeout', 'PT1M', 'PT59S', 'P1W', 'P7DT1S'],
  ] as const)('hold for %s.%s', (part, name, least, less, most, more) => {
    const taken = [least, less, most, more].map(
      (value) => v.safeParse(SETTINGS, settings(part, name, value)).success,
    );
    expect(taken).toEqual([true, false, true, false]);
  });
});

describe('what is wrong', () => {
  it.each<[string, unknown, string]>([
    ['PAUSE', { note: 7 }, 'note is not as the API describes it'],
    ['PAUSE', { secret: 'x' }, 'secret is not as the API describes it'],
    ['PAUSE', [], 'the body: may not be a list'],
    ['PAUSE', null, 'the body is not as the API describes it'],
    ['PAUSE', { note: 'x'.repeat(501) }, 'note: may have 500 characters'],
    ['PAUSE', { timeLimit: 'PT1H', until: '2026-03-02T09:00:00Z' }, 'the body: timeLimit or until, not both'],
    [
      'PAUSE',
      { note: 7, seenIndex: -1 },
      'note is not as the API describes it; seenIndex: may not be negative',
    ],
    ['SERVICE_INVITE', { queueSid: 'WQ1' }, 'queueSid: must be a WQ… SID'],
    ['SERVICE_INVITE', { priority: 2 ** 31 }, 'priority: is higher than is allowed'],
    ['SERVICE_INVITE', { attributes: [] }, 'attributes is not as the API describes it'],
    ['SERVICE_INVITE', { attributes: null }, 'attributes is not as the API describes it'],
    ['SERVICE_INVITE', { attributes: nested(101) }, 'attributes: may be nested 100 deep'],
    [
      'SETTINGS',
      { ...DEFAULT_SETTINGS, pause: { ...DEFAULT_SETTINGS.pause, timeLimit: 'P91D' } },
      'pause.timeLimit: is shorter or longer than is allowed',
    ],
  ])('with %s %j is said by field', (name, body, detail) => {
    const { issues } = v.safeParse(BODY[name]![1], body);
    expect(problemsOf(issues!)).toBe(detail);
  });

  it('is said without repeating values, which may be private', () => {
    fc.assert(
      fc.property(nearly(PAUSE_FIELDS), (body) => {
        const secret = { ...(body as object), note: `private ${'x'.repeat(500)}`, reason: ['private'] };
        const { issues } = v.safeParse(PAUSE, secret);
        expect(problemsOf(issues!)).not.toContain('private');
      }),
    );
  });
});
