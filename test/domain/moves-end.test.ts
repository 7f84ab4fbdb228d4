import { decide } from '../../lambda/domain/decide';
import { channelClosed } from '../../lambda/domain/moves/end';
import { owe } from '../../lambda/domain/pending';
import { NOW } from '../doubles/constants';
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

describe('end', () => {
  it('by the holder: closed, and the agent wraps up', () => {
    const next = after(active(), 'end', { keepsWrapUp: true });
    expect(next).toMatchObject({ channelState: 'closed', wrapUp: 'end', closedAt: NOW });
    expect(next.pending['close-channel']).toMatchObject({ endTasks: false });
  });

  it('by others: closed, and the tasks end with the channel', () => {
    const next = after(active(), 'end', { keepsWrapUp: false });
    expect(next).toMatchObject({ channelState: 'closed', wrapUp: null });
    expect(next.pending['close-channel']).toMatchObject({ endTasks: true });
  });

  it('from pause: timer stopped, channel closed', () => {
    const next = after(paused(), 'end', inputs().end);
    expect(next).toMatchObject({ channelState: 'closed', pause: null, compareAt: null });
    expect(kinds(next)).toEqual(['close-channel', 'stop-timer']);
  });

  it('from the wrap-up: participant closed first, then the channel', () => {
    const next = after(wrappingUp(), 'end', inputs().end);
    expect(kinds(next)).toEqual(['close-channel', 'close-participant', 'stop-timer']);
    expect(next.pending['close-channel']?.after).toEqual([`close-participant:${FIRST_TASK}`]);
  });

  it('while an invite is owed or waits: nobody is invited any more', () => {
    expect(kinds(after(invited(), 'end', inputs().end))).toEqual(['close-channel']);
    expect(kinds(after(waitingForAgent(), 'end', inputs().end))).toEqual(['close-channel']);
  });
});

describe('Twilio says closed or gone', () => {
  it('while an agent has it: closed, and that agent may still wrap up', () => {
    expect(after(active(), 'found-closed', undefined)).toMatchObject({
      channelState: 'closed',
      wrapUp: 'end',
      closedAt: NOW,
      task: { taskSid: FIRST_TASK },
      pending: NOTHING,
    });
  });

  it('while wrapping up to pause: no pause any more, timer stopped', () => {
    const next = after(wrappingUp(), 'found-closed', undefined);
    expect(next).toMatchObject({ channelState: 'closed', wrapUp: 'end', pause: null });
    expect(kinds(next)).toEqual(['stop-timer']);
  });

  it('while paused: closed, timer stopped, compared no more', () => {
    const next = after(paused(), 'found-closed', undefined);
    expect(next).toMatchObject({ channelState: 'closed', wrapUp: null, pause: null, compareAt: null });
    expect(kinds(next)).toEqual(['stop-timer']);
  });

  it('while an invite is owed or waits: it is moot, its task is over', () => {
    expect(after(invited(), 'found-closed', undefined)).toMatchObject({ invite: null, pending: NOTHING });
    const { task } = waitingForAgent();
    expect(after(waitingForAgent(), 'found-closed', undefined)).toMatchObject({
      task: null,
      formerTasks: [{ taskSid: task!.taskSid, over: true }, {}],
      pending: NOTHING,
    });
  });

  it('is no consequence of the last command: the same command again is no repeat', () => {
    const asked = { ...paused(), lastCommand: { route: 'pause', caller: 'x', fingerprint: '{}' } };
    expect(after(asked, 'found-closed', undefined).lastCommand).toBeNull();
  });

  it('after End is what was asked for: the channel needs no closing any more', () => {
    const next = after(after(active(), 'end', { keepsWrapUp: true }), 'found-closed', undefined);
    expect(next).toMatchObject({ wrapUp: 'end', task: { status: 'wrapping' }, pending: NOTHING });
  });

  it('of what is closed drops what was still to be done at its channel', () => {
    const owing = { ...closed(), pending: owe({}, { kind: 'look-for-reply' }, contextAt()) };
    expect(after(owing, 'found-closed', undefined)).toEqual({ ...owing, pending: {} });
  });

  it('where it is closed as asked, and nobody has a task, nobody wraps up', () => {
    const ended = after(paused(), 'end', { keepsWrapUp: true });
    expect(channelClosed(ended, { endTasks: false }, contextAt()).task).toBeNull();
  });

  it.each([closed, closedWrappingUp])('of what is closed changes nothing (%#)', (record) => {
    expect(decide(record(), 'found-closed', undefined, contextAt()).kind).toBe('nothing');
  });
});

describe('closed, wrapping up', () => {
  it('task over: the wrap-up has ended too', () => {
    expect(after(closedWrappingUp(), 'task-over', inputs()['task-over'])).toMatchObject({
      channelState: 'closed',
      wrapUp: null,
      task: null,
    });
  });

  it('complete: the participant is closed', () => {
    expect(kinds(after(closedWrappingUp(), 'complete', undefined))).toEqual(['close-participant']);
  });
});
