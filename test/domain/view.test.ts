import { viewOf } from '../../lambda/domain/view';
import { ALICE, NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { active, after, inputs, invited, paused } from '../doubles/records';

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

it('an invite without an answer is shown as its task, which nobody has yet', () => {
  const { task } = viewOf(invited(), PAUSE_ON, NOW);
  expect(task).toEqual({
    taskSid: null,
    reservationSid: null,
    workerSid: ALICE,
    status: 'pending',
    purpose: 'resume',
  });
});

it('what is paused shows no task', () => {
  expect(viewOf(paused(), PAUSE_ON, NOW).task).toBeNull();
});
