import { decide } from '../../lambda/domain/decide';
import { adoptTask, type FoundTask } from '../../lambda/domain/moves/look';
import { ALICE, QUEUE, sid, WORKFLOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { active, after, contextAt, FIRST_TASK, inputs, kinds } from '../doubles/records';

const FOUND: FoundTask = {
  taskSid: sid('WT', 7),
  reservationSid: sid('WR', 7),
  workerSid: ALICE,
  workerName: null,
  workerIdentity: 'alice',
  acceptedAt: null,
  status: 'assigned',
  attributes: {},
  workflowSid: WORKFLOW,
  queueSid: QUEUE,
  taskChannelUniqueName: 'chat',
  priority: 0,
};
const withoutTask = { ...active(), task: null };

describe('a task that is found', () => {
  it('is new to the record, and is one of the former ones no more', () => {
    const former = [FOUND.taskSid, FIRST_TASK].map((taskSid) => ({ taskSid, over: true }));
    const next = adoptTask({ ...withoutTask, formerTasks: former }, FOUND, PAUSE_ON, contextAt());
    expect(next.task).toMatchObject({ taskSid: FOUND.taskSid, purpose: 'new' });
    expect(next.formerTasks).toEqual([former[1]]);
  });

  it.each([
    ['Bob', 'Bob'],
    [null, 'Alice'],
  ])('whose agent is called %s leaves the name %s', (workerName, name) => {
    expect(adoptTask(withoutTask, { ...FOUND, workerName }, PAUSE_ON, contextAt()).workerName).toBe(name);
  });
});

it('a task that is found and ends before any agent had it, is followed by another look', () => {
  const offered: FoundTask = { ...FOUND, status: 'pending', reservationSid: null, workerSid: null };
  const record = adoptTask(withoutTask, offered, PAUSE_ON, contextAt());
  const over = { ...inputs()['task-over'], taskSid: FOUND.taskSid, wasTaken: false };
  const next = after(record, 'task-over', over);
  expect(next).toMatchObject({ task: null, invite: null });
  expect(kinds(next)).toEqual(['look-for-task']);
});

it('Flex lets go only of what it holds', () => {
  expect(decide(active(), 'flex-lets-go', undefined, contextAt())).toEqual({ kind: 'nothing' });
});
