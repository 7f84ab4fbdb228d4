import type { Settings } from '../../lambda/domain/settings';
import { leaveIt, pauseIt } from '../doubles/commands';
import { BOTH_ON } from '../doubles/deps';
import { held } from './scenes';
import { record } from './tried';

const rules = (change: Partial<Settings['pause']>): Settings => ({
  ...BOTH_ON,
  pause: { ...BOTH_ON.pause, ...change },
});

describe('the reason of a pause', () => {
  it.each([
    ['missing', rules({ requireReason: true }), {}, 'A reason is required'],
    [
      'another than those of the settings',
      rules({ reasons: ['research'] }),
      { reason: 'lunch' },
      'The reason is not among those of the settings',
    ],
  ])('that is %s is refused, and the answer tells why', async (_how, settings, body, detail) => {
    const { deps, conversationSid } = await held({ settings });
    const refused = { kind: 'refuse', code: 'invalid-request', detail };
    expect(await pauseIt(conversationSid, deps.nextRun(), { body })).toMatchObject(refused);
  });
});

it.each([
  ['pause', pauseIt],
  ['leave', leaveIt],
] as const)('the reason of a %s stands in the record; without one there is none', async (option, act) => {
  const first = await held({ settings: BOTH_ON });
  await act(first.conversationSid, first.deps.nextRun(), { body: { reason: 'research' } });
  expect(record(first)[option]?.reason).toBe('research');
  const second = await held({ settings: BOTH_ON });
  await act(second.conversationSid, second.deps.nextRun());
  expect(record(second)[option]?.reason).toBeNull();
});
