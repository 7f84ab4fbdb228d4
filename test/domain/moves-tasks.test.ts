import { decide } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  closed,
  closedWrappingUp,
  contextAt,
  FIRST_TASK,
  inputs,
  invited,
  kinds,
  paused,
  waitingForAgent,
  wrappingUp,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

const SECOND = sid('WT', 2);
const over = (taskSid: string, inviteId: string | null = null, wasTaken = false) => ({
  ...{ taskSid, inviteId, wasTaken },
  settings: PAUSE_ON,
});
const reserved = (change: object = {}) => ({
  reserved: { taskSid: SECOND, reservationSid: sid('WR', 2), workerSid: ALICE, inviteId: null, ...change },
  settings: PAUSE_ON,
});

describe('task over, while active', () => {
  it('that nobody asked for is looked at after two minutes, and ends what a repeat could be', () => {
    const asked = { ...active(), lastCommand: { route: 'resume', caller: 'x', fingerprint: '{}' } };
    const next = after(asked, 'task-over', over(FIRST_TASK));
    expect(next).toMatchObject({ channelState: 'active', task: null, lastCommand: null });
    expect(next.pending['look-for-task']).toMatchObject({ notBefore: plusSeconds(NOW, 120), taken: null });
  });

  it('of an invite that no agent took is followed by the next, through the workflow, naming nobody', () => {
    const next = after(waitingForAgent(), 'task-over', over(SECOND));
    expect(next.invite).toMatchObject({
      purpose: 'resume',
      workerSid: null,
      direct: false,
      lost: 1,
      taskSid: null,
    });
    expect(next.pending[`invite:${next.invite!.inviteId}`]?.notBefore).toBe(plusSeconds(NOW, 60));
    expect(kinds(next)).toEqual(['invite']);
  });

  it('of an invite whose answer was not heard is known by the marker', () => {
    const record = invited();
    const next = after(record, 'task-over', over(SECOND, record.invite!.inviteId));
    expect(next.invite?.lost).toBe(1);
    expect(next.formerTasks[0]).toEqual({ taskSid: SECOND, over: true });
  });

  it.each([
    ['whose answer was heard', waitingForAgent(), over(SECOND, null, true)],
    ['whose answer was not heard', invited(), over(SECOND, invited().invite!.inviteId, true)],
  ])('of an invite %s, completed: an agent had it, and we look where it is', (_which, record, input) => {
    const inviteId = record.invite!.inviteId;
    const next = after(record, 'task-over', { ...input, inviteId });
    expect(next).toMatchObject({ task: null, invite: null });
    expect(kinds(next)).toEqual(['look-for-task']);
  });

  it('of a task that Flex made while it held the conversation: we look where it is', () => {
    const held = { ...active(), task: null, heldBy: 'flex' as const };
    const next = after(held, 'task-over', over(SECOND));
    expect(next.heldBy).toBeNull();
    expect(kinds(next)).toEqual(['look-for-task']);
  });

  it('of a task that Flex made while it held the conversation is remembered as over', () => {
    const held = { ...active(), task: null, heldBy: 'flex' as const };
    expect(after(held, 'task-over', over(SECOND)).formerTasks[0]).toEqual({ taskSid: SECOND, over: true });
  });

  it('of a task before others marks only that one over', () => {
    const former = [FIRST_TASK, SECOND].map((taskSid) => ({ taskSid, over: false }));
    const next = after({ ...active(), task: null, formerTasks: former }, 'task-over', over(SECOND));
    expect(next.formerTasks).toEqual([former[0], { taskSid: SECOND, over: true }]);
  });

  it('when closed: the wrap-up’s task is remembered as over', () => {
    expect(after(closedWrappingUp(), 'task-over', over(FIRST_TASK)).formerTasks[0]).toEqual({
      taskSid: FIRST_TASK,
      over: true,
    });
  });

  it('when closed: of another task leaves the wrap-up as it is', () => {
    expect(decide(closedWrappingUp(), 'task-over', over(SECOND), contextAt()).kind).toBe('nothing');
  });

  it('of an invite, heard twice, counts once', () => {
    const next = after(waitingForAgent(), 'task-over', over(SECOND));
    expect(decide(next, 'task-over', over(SECOND), contextAt()).kind).toBe('nothing');
  });

  it('of the task before the current one only marks it over', () => {
    const transferred = after(active(), 'accept', inputs().accept);
    const next = after(transferred, 'task-over', over(FIRST_TASK));
    expect(next).toMatchObject({
      task: { taskSid: SECOND },
      formerTasks: [{ taskSid: FIRST_TASK, over: true }],
      pending: NOTHING,
    });
  });

  it('of a task that the record never knew changes nothing', () => {
    expect(decide(active(), 'task-over', over(sid('WT', 7)), contextAt()).kind).toBe('nothing');
  });
});

describe('task over, late', () => {
  it('lets go on what waited for its end', () => {
    const resumed = after(wrappingUp(), 'resume', inputs().resume);
    const id = `close-participant:${FIRST_TASK}`;
    const pending = { ...resumed.pending, [id]: { ...resumed.pending[id]!, participantClosed: true } };
    const next = after({ ...resumed, pending }, 'task-over', over(FIRST_TASK));
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
    expect(next.pending[`invite:${next.invite!.inviteId}`]?.taken).not.toBeNull();
  });

  it('lets go on what still waits for its end, though the end is known', () => {
    const completed = after(wrappingUp(), 'complete', undefined);
    const known = after(completed, 'task-over', over(FIRST_TASK));
    const id = `close-participant:${FIRST_TASK}`;
    const pending = { [id]: { ...known.pending[id]!, participantClosed: true } };
    expect(after({ ...known, pending }, 'task-over', over(FIRST_TASK)).pending).toEqual({});
  });

  it('while paused changes nothing, when it is known', () => {
    expect(decide(paused(), 'task-over', over(FIRST_TASK), contextAt()).kind).toBe('nothing');
  });

  it('when closed changes nothing, when it is known', () => {
    expect(decide(closed(), 'task-over', over(FIRST_TASK), contextAt()).kind).toBe('nothing');
  });
});

describe('task in wrap-up', () => {
  it('is seen while active, whoever asked', () => {
    expect(after(active(), 'task-wrapping', { taskSid: FIRST_TASK }).task?.status).toBe('wrapping');
  });

  it.each([wrappingUp, closedWrappingUp])('that is known changes nothing (%#)', (record) => {
    expect(decide(record(), 'task-wrapping', { taskSid: FIRST_TASK }, contextAt()).kind).toBe('nothing');
  });

  it('of another task changes nothing', () => {
    expect(decide(active(), 'task-wrapping', { taskSid: SECOND }, contextAt()).kind).toBe('nothing');
  });
});

describe('task offered to an agent', () => {
  it('of our named invite is accepted for that agent', () => {
    const next = after(waitingForAgent(), 'task-reserved', reserved());
    expect(next.task).toMatchObject({ status: 'reserved', reservationSid: sid('WR', 2), workerSid: ALICE });
    expect(next.pending[`accept:${SECOND}`]).toMatchObject({ by: 'server', taken: { by: 'run-1' } });
  });

  it('leaves it as it is when the invite was sent', () => {
    const later = contextAt(plusSeconds(NOW, 30));
    expect(after(waitingForAgent(), 'task-reserved', reserved(), later).invite?.sentAt).toBe(NOW);
  });

  it('before the answer to the invite came is known by the marker', () => {
    const record = invited();
    const next = after(record, 'task-reserved', reserved({ inviteId: record.invite!.inviteId }));
    expect(next.task).toMatchObject({ taskSid: SECOND, status: 'reserved' });
    expect(kinds(next)).toEqual(['accept']);
  });

  it('before the answer came, without a marker, is known by its channel and the invite owed for that agent', () => {
    expect(kinds(after(invited(), 'task-reserved', reserved()))).toEqual(['accept']);
  });

  it.each([
    ['to another agent', waitingForAgent(), reserved({ workerSid: BOB })],
    ['with the marker of another invite', waitingForAgent(), reserved({ inviteId: 'other' })],
    ['of another task, without a marker', waitingForAgent(), reserved({ taskSid: sid('WT', 8) })],
    ['of an invite through the workflow', waitingForAgent(SECOND, { atCapacity: true }), reserved()],
    ['when nobody is invited', active(), reserved()],
  ])('%s is not accepted for anybody', (_name, record, input) => {
    expect(decide(record, 'task-reserved', input, contextAt()).kind).toBe('nothing');
  });

  it('once more changes nothing', () => {
    const once = after(waitingForAgent(), 'task-reserved', reserved());
    expect(decide(once, 'task-reserved', reserved(), contextAt()).kind).toBe('nothing');
  });

  it('of a former task, or where an agent has one, changes nothing', () => {
    const waiting = waitingForAgent();
    const former = { ...waiting, formerTasks: [{ taskSid: SECOND, over: true }], task: null };
    const held = {
      ...waiting,
      task: { ...waiting.task!, taskSid: sid('WT', 5), status: 'assigned' as const },
    };
    for (const record of [former, held])
      expect(decide(record, 'task-reserved', reserved(), contextAt()).kind).toBe('nothing');
  });

  it('of no invite that is still owed, and without a marker, changes nothing', () => {
    const sent = { ...invited(), pending: {} };
    expect(decide(sent, 'task-reserved', reserved(), contextAt()).kind).toBe('nothing');
  });

  it('is left to the client where the settings say so', () => {
    const settings = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, acceptBy: 'client' as const } };
    const next = after(waitingForAgent(), 'task-reserved', { ...reserved(), settings });
    expect(next.pending[`accept:${SECOND}`]).toMatchObject({ by: 'client' });
  });
});
