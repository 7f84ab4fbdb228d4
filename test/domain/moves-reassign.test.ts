import { decide } from '../../lambda/domain/decide';
import { inviteProperties } from '../../lambda/domain/invite-routing';
import type { Conversation } from '../../lambda/domain/record';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, QUEUE, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  after,
  contextAt,
  CONVERSATION,
  FIRST_TASK,
  inputs,
  kinds,
  left,
  leftWrappingUp,
  outcomeOf,
  paused,
  pausing,
  wrappingUp,
} from '../doubles/records';

const toQueue = inputs().reassign;
const toBob = { workerSid: BOB, atCapacity: false };
const WORKSPACE = { workspaceSid: sid('WS'), defaultWorkflowSid: sid('WW', 9) };
const nextTask = (record: Conversation) => inviteProperties(record, record.invite!, WORKSPACE, PAUSE_ON);

describe('reassign', () => {
  it('from pause to the queue: active, timer stopped, invite through the workflow that names nobody', () => {
    const next = after(paused(), 'reassign', toQueue);
    expect(next).toMatchObject({
      channelState: 'active',
      pause: null,
      compareAt: null,
      lastCommand: null,
      invite: { purpose: 'reassign', workerSid: null, direct: false, lost: 0 },
    });
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
  });

  it('to a named agent: that agent is invited, as by a resume', () => {
    const next = after(paused(), 'reassign', toBob);
    expect(next.invite).toMatchObject({ purpose: 'reassign', workerSid: BOB, direct: true });
    expect(kinds(next)).toEqual(['invite', 'stop-timer']);
  });

  it.each([
    ['the queue', toQueue],
    ['a named agent', toBob],
  ])('from the wrap-up to %s: participant closed first, and the invite only after it', (_, input) => {
    const next = after(wrappingUp(), 'reassign', input);
    expect(next).toMatchObject({ wrapUp: null, task: null, formerTasks: [{ taskSid: FIRST_TASK }] });
    expect(kinds(next)).toEqual(['close-participant', 'invite', 'stop-timer']);
    expect(next.pending[`invite:${next.invite!.inviteId}`]?.after).toEqual([
      `close-participant:${FIRST_TASK}`,
    ]);
  });

  it('of what was left: active, the leave is over, and there is no timer to stop', () => {
    const next = after(left(), 'reassign', toBob);
    expect(next).toMatchObject({ channelState: 'active', leave: null, invite: { workerSid: BOB } });
    expect(kinds(next)).toEqual(['invite']);
  });

  it('of what was left, during its wrap-up: participant closed first', () => {
    const next = after(leftWrappingUp(), 'reassign', toQueue);
    expect(next).toMatchObject({ channelState: 'active', wrapUp: null, leave: null });
    expect(kinds(next)).toEqual(['close-participant', 'invite']);
  });

  it.each([
    ['pause', paused],
    ['inactive', left],
  ])('to an agent who is full is refused from %s, and nothing is changed', (_, record) => {
    const decision = decide(record(), 'reassign', { ...toBob, atCapacity: true }, contextAt());
    expect(decision).toEqual({ kind: 'refuse', code: 'at-capacity' });
  });

  it('stops a timer whose start may be under way once more a minute later', () => {
    const record = pausing();
    const next = after(record, 'reassign', toQueue, contextAt(NOW, 'run-2'));
    const stop = next.pending[`stop-timer:${CONVERSATION}-${record.pause!.pauseId}-1`];
    expect(stop).toMatchObject({ until: plusSeconds(NOW, 60) });
  });
});

describe('the task of a reassignment', () => {
  it('to the queue goes to the queue it came from, and names nobody: not the agent it was taken from either', () => {
    const { attributes, ...properties } = nextTask(after(paused(), 'reassign', toQueue));
    expect(properties).toMatchObject({ queue_sid: QUEUE, timeout: 1_209_600 });
    expect(properties).not.toHaveProperty('worker_sid');
    expect(attributes['leavePause']).not.toHaveProperty('workerSid');
    expect(JSON.stringify(attributes)).not.toContain(ALICE);
  });

  it('to a named agent is targeted at that agent, who is in the marker, and ends by itself', () => {
    expect(nextTask(after(paused(), 'reassign', toBob))).toMatchObject({
      worker_sid: BOB,
      timeout: 100,
      attributes: { leavePause: { purpose: 'reassign', workerSid: BOB, queueSid: QUEUE } },
    });
  });

  it('names nobody any more once the named agent has not taken it', () => {
    const sent = outcomeOf(after(paused(), 'reassign', toBob), 'invite', {
      result: 'invited',
      taskSid: sid('WT', 2),
    });
    const { settings } = inputs()['task-over'];
    const lost = { taskSid: sid('WT', 2), inviteId: null, wasTaken: false, settings };
    const next = nextTask(after(sent, 'task-over', lost));
    expect(next).not.toHaveProperty('worker_sid');
    expect(next.attributes['leavePause']).not.toHaveProperty('workerSid');
  });
});
