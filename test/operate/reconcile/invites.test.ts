import { type OpenAtTwilio } from '../../../operate/reconcile/at-twilio';
import { withTaskAsItIs } from '../../../operate/reconcile/task-as-it-is';
import { sid } from '../../doubles/constants';
import { PAUSE_ON } from '../../doubles/deps';
import { contextAt, FIRST_TASK, kinds, paused } from '../../doubles/records';

/** What Twilio tells of a conversation without a task that is not over. */
function withoutTask(...outermostInvited: string[]): OpenAtTwilio {
  return { live: undefined, ownTask: undefined, outermostInvited, messages: [] };
}
const UNKNOWN = sid('WT', 77);

it.each([
  ['first', [UNKNOWN, FIRST_TASK]],
  ['last', [FIRST_TASK, UNKNOWN]],
])('an invite that the record does not know, listed %s, has brought it back', (_, invited) => {
  const next = withTaskAsItIs(paused(), withoutTask(...invited), PAUSE_ON, contextAt());
  expect(next).toMatchObject({ channelState: 'active', pause: null });
  expect(kinds(next)).toContain('invite');
});

it.each([
  ['all are known', [FIRST_TASK, FIRST_TASK]],
  ['there are none', []],
])('it stays paused where %s', (_, invited) => {
  const record = paused();
  expect(withTaskAsItIs(record, withoutTask(...invited), PAUSE_ON, contextAt())).toBe(record);
});
