import type { Cause } from '../../lambda/domain/cause';
import { sealed } from '../../lambda/domain/decide';
import { measuresOf } from '../../lambda/domain/measures';
import { DIMENSION, METRICS, NAMESPACE } from '../../lambda/domain/metric-names';
import type { Conversation } from '../../lambda/domain/record';
import { plusSeconds } from '../../lambda/domain/time';
import { BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  contextAt,
  DEADLINE,
  inputs,
  invited,
  paused,
} from '../doubles/records';

/** What the write from one record to the next measures, a tenth of a second after the whole one. */
function measured(before: Conversation, next: Conversation, by: Cause = 'system', now = NOW) {
  const written = sealed(before, next, PAUSE_ON, contextAt(now, 'run-1', by));
  return measuresOf(before, written, by, new Date(Date.parse(now) + 100));
}

describe('a deadline that is taken', () => {
  const taken = after(paused(), 'deadline', undefined, contextAt(DEADLINE));

  it.each([0, 62])('is so many seconds late, to the millisecond: %s', (seconds) => {
    const now = plusSeconds(DEADLINE, seconds);
    expect(measured(paused(), taken, 'deadline', now)).toEqual({ DeadlineLateness: seconds + 0.1 });
  });

  it('is none where the pause has ended for another reason', () => {
    const reassigned = after(paused(), 'reassign', inputs().reassign);
    expect(measured(paused(), reassigned, 'system')).toEqual({});
    expect(measured(paused(), reassigned, BOB as Cause)).toEqual({});
  });

  it('is none while the pause goes on', () => {
    expect(measured(paused(), { ...paused(), channelType: 'sms' }, 'deadline')).toEqual({});
  });

  it('is none once it was taken', () => {
    expect(measured(taken, { ...taken, channelType: 'sms' }, 'deadline')).toEqual({});
  });
});

it.each(['AcceptedButNotJoined', 'ClosedByWrapUp'] as const)('a finding is counted once: %s', (what) => {
  const found: Conversation = { ...active(), finding: { what, taskSid: sid('WT', 1) } };
  expect(measured(active(), found)).toEqual({ [what]: 1 });
  const written = sealed(active(), found, PAUSE_ON, contextAt());
  expect(measured(written, written)).toEqual({});
});

it('an invite that is lost is counted', () => {
  const { invite } = invited();
  const lost = { ...invited(), invite: { ...invite!, lost: 1 } };
  expect(measured(invited(), lost)).toEqual({ InvitesLost: 1 });
});

it('a task accepted while another lives is counted', () => {
  const task = { ...acceptedTask({ taskSid: sid('WT', 2), workerSid: BOB }), at: null };
  expect(measured(active(), after(active(), 'accept', { task, settings: PAUSE_ON }))).toEqual({
    DoubleTasks: 1,
  });
});

it('a write that is worth nothing to watchers measures nothing', () => {
  expect(measured(active(), active())).toEqual({});
  expect(measuresOf(undefined, active(), 'system', new Date(NOW))).toEqual({});
});

it('no metric is in a unit that CloudWatch does not know', () => {
  const known = ['Seconds', 'Milliseconds', 'Count'];
  expect(Object.values(METRICS).filter((unit) => !known.includes(unit))).toEqual([]);
});

it.each([NAMESPACE, DIMENSION])('metrics are found under a name that CloudWatch takes: %s', (name) => {
  expect(name).toMatch(/^[A-Za-z]+$/);
});
