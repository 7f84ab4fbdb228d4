import { isNewDouble, otherTasksOf } from '../../lambda/domain/other-tasks';
import { type Conversation, FORMER_TASKS_KEPT } from '../../lambda/domain/record';
import { viewOf } from '../../lambda/domain/view';
import { BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  contextAt,
  FIRST_TASK,
  inputs,
  outcomeOf,
  paused,
  waitingForAgent,
  wrappingUp,
} from '../doubles/records';

const SECOND = sid('WT', 2);
const THIRD = sid('WT', 3);

function accepts(record: Conversation, taskSid: string, at: number | null = null): Conversation {
  const task = { ...acceptedTask({ taskSid, workerSid: BOB }), at };
  return after(record, 'accept', { task, settings: PAUSE_ON });
}
function isOver(record: Conversation, taskSid: string): Conversation {
  return after(record, 'task-over', { ...inputs()['task-over'], taskSid });
}

describe('an accept while the current task lives', () => {
  it('makes the one accepted last the current one, and the other is known beside it', () => {
    const before = active();
    const next = accepts(before, SECOND);
    expect(next.task).toMatchObject({ taskSid: SECOND, workerSid: BOB });
    expect(otherTasksOf(next)).toEqual([FIRST_TASK]);
    expect(isNewDouble(before, next)).toBe(true);
  });

  it('is shown, and where there is no other task nothing is', () => {
    expect(viewOf(accepts(active(), SECOND), PAUSE_ON, NOW)).toMatchObject({ otherTasks: [FIRST_TASK] });
    expect(viewOf(active(), PAUSE_ON, NOW)).not.toHaveProperty('otherTasks');
  });

  it('is one for each task that gives way', () => {
    const two = accepts(active(), SECOND);
    const three = accepts(two, THIRD);
    expect(otherTasksOf(three)).toEqual([SECOND, FIRST_TASK]);
    expect(isNewDouble(two, three)).toBe(true);
  });

  it('also of the task of an invite that waits for its agent', () => {
    const waiting = waitingForAgent(SECOND);
    const next = accepts(waiting, THIRD);
    expect(otherTasksOf(next)).toContain(SECOND);
    expect(isNewDouble(waiting, next)).toBe(true);
  });

  it('is none any more once either is over', () => {
    const two = accepts(active(), SECOND);
    const first = isOver(two, FIRST_TASK);
    expect([otherTasksOf(first), first.task?.taskSid]).toEqual([[], SECOND]);
    expect(isNewDouble(two, first)).toBe(false);
  });

  it('told twice, or followed by something else, is no new one', () => {
    const two = accepts(active(), SECOND);
    expect(isNewDouble(two, after(two, 'task-wrapping', { taskSid: SECOND }))).toBe(false);
    expect(isNewDouble(two, after(two, 'pause', { ...inputs().pause, workerSid: BOB }))).toBe(false);
  });
});

describe('when the current task is over', () => {
  it('the other one is still known, and is the current one when it is found', () => {
    const two = accepts(active(), SECOND);
    const alone = isOver(two, SECOND);
    expect([alone.task, otherTasksOf(alone)]).toEqual([null, [FIRST_TASK]]);
    const looking = {
      ...alone,
      pending: {
        'look-for-task': {
          ...alone.pending['look-for-task']!,
          taken: { by: 'run-1', at: NOW },
          attempts: 1,
        },
      },
    };
    const task = { ...acceptedTask({ taskSid: FIRST_TASK }), acceptedAt: null };
    const adopted = outcomeOf(looking, 'look-for-task', { result: 'task-found', task });
    expect(adopted.task).toMatchObject({ taskSid: FIRST_TASK, status: 'assigned' });
    expect(otherTasksOf(adopted)).toEqual([]);
  });
});

describe('no other task is', () => {
  it('one whose agent is taken out, until it is over', () => {
    const resumed = after(wrappingUp(), 'resume', inputs().resume);
    const taken = accepts(wrappingUp(), SECOND);
    expect([otherTasksOf(resumed), otherTasksOf(taken)]).toEqual([[], []]);
    expect(isNewDouble(wrappingUp(), taken)).toBe(false);
    const seenOver = outcomeOf(taken, 'close-participant', {
      result: 'task-over',
      taskSid: FIRST_TASK,
      wasTaken: true,
    });
    expect(otherTasksOf(seenOver)).toEqual([]);
  });

  it('one that was put aside and is over', () => {
    expect(otherTasksOf(accepts(paused(), SECOND))).toEqual([]);
  });
});

it('an accept that is told after a later one is shown until its task is over, and not counted', () => {
  const held = accepts(active(), SECOND, 2_000_000);
  const late = accepts(isOver(held, FIRST_TASK), THIRD, 1_000_000);
  expect([late.task?.taskSid, otherTasksOf(late)]).toEqual([SECOND, [THIRD]]);
  expect(isNewDouble(held, late)).toBe(false);
  expect(otherTasksOf(isOver(late, THIRD))).toEqual([]);
});

it('no more are known than tasks before the current one', () => {
  const most = Array.from({ length: 2 * FORMER_TASKS_KEPT }).reduce<Conversation>(
    (record, _, index) => accepts(record, sid('WT', 100 + index)),
    after(active(), 'task-wrapping', { taskSid: FIRST_TASK }, contextAt()),
  );
  expect(otherTasksOf(most)).toHaveLength(FORMER_TASKS_KEPT);
});
