import { decide } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, NOW } from '../doubles/constants';
import {
  after,
  contextAt,
  CONVERSATION,
  FIRST_TASK,
  inputs,
  kinds,
  paused,
  pausing,
  wrappingUp,
} from '../doubles/records';

describe('resume', () => {
  it('from pause: active, timer stopped, invite to the agent who paused', () => {
    const next = after(paused(), 'resume', inputs().resume);
    expect(next).toMatchObject({
      channelState: 'active',
      pause: null,
      compareAt: null,
      invite: { purpose: 'resume', workerSid: ALICE, direct: true, lost: 0 },
    });
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
  });

  it('from the wrap-up: participant closed first, and the invite only after it', () => {
    const next = after(wrappingUp(), 'resume', inputs().resume);
    expect(next).toMatchObject({
      wrapUp: null,
      task: null,
      formerTasks: [{ taskSid: FIRST_TASK, over: false }],
    });
    expect(kinds(next)).toEqual(['close-participant', 'invite', 'stop-timer']);
    expect(next.pending[`invite:${next.invite!.inviteId}`]).toMatchObject({
      after: [`close-participant:${FIRST_TASK}`],
      taken: null,
    });
  });

  it('when full goes through the workflow with the agent named', () => {
    const next = after(paused(), 'resume', { atCapacity: true, whenAtCapacity: 'workflow' });
    expect(next.invite).toMatchObject({ workerSid: ALICE, direct: false });
  });

  it('when full is refused where the settings say so, and stays paused', () => {
    const decision = decide(paused(), 'resume', { atCapacity: true, whenAtCapacity: 'refuse' }, contextAt());
    expect(decision).toMatchObject({ kind: 'refuse', code: 'at-capacity' });
  });

  it('stops a timer whose start may be under way once more a minute later', () => {
    const record = pausing();
    const next = after(record, 'resume', inputs().resume, contextAt(NOW, 'run-2'));
    const stop = next.pending[`stop-timer:${CONVERSATION}-${record.pause!.pauseId}-1`];
    expect(stop).toMatchObject({ until: plusSeconds(NOW, 60), taken: { by: 'run-2' } });
    expect(kinds(next)).not.toContain('start-timer');
  });
});

describe('deadline', () => {
  it('from pause: active, invite through the workflow, to whoever is next', () => {
    const next = after(paused(), 'deadline', undefined);
    expect(next).toMatchObject({
      channelState: 'active',
      pause: null,
      lastCommand: null,
      invite: { purpose: 'reassign', workerSid: null, direct: false },
    });
    expect(kinds(next)).toEqual(['invite']);
  });

  it('from the wrap-up: participant closed first', () => {
    const next = after(wrappingUp(), 'deadline', undefined);
    expect(kinds(next)).toEqual(['close-participant', 'invite']);
    expect(next.pending[`invite:${next.invite!.inviteId}`]?.after).toEqual([
      `close-participant:${FIRST_TASK}`,
    ]);
  });

  it('leaves no timer behind whose start was still owed', () => {
    const record = pausing();
    const next = after(record, 'deadline', undefined, contextAt(NOW, 'run-2'));
    const stop = next.pending[`stop-timer:${CONVERSATION}-${record.pause!.pauseId}-1`];
    expect(stop).toMatchObject({ notBefore: plusSeconds(NOW, 60), taken: null });
  });
});
