import { viewOf } from '../../lambda/domain/view';
import { ALICE, NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { active, after, inputs } from '../doubles/records';

it('a left conversation shows by whom, when, until when and why it was left, and not how its reply is routed', () => {
  const record = after(active(), 'leave', { ...inputs().leave, reason: 'holiday' });
  expect(viewOf(record, PAUSE_ON, NOW).leave).toEqual({
    leaveId: record.leave?.leaveId,
    workerSid: ALICE,
    leftAt: NOW,
    expiresAt: inputs().leave.expiresAt,
    reason: 'holiday',
  });
});

it('an active conversation shows no leave', () => {
  expect(viewOf(active(), PAUSE_ON, NOW).leave).toBeNull();
});
