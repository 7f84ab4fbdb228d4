import { decide } from '../../lambda/domain/decide';
import { sealed } from '../../lambda/domain/decide';
import { unseenConversation } from '../../lambda/domain/moves/accept';
import { inviteSent } from '../../lambda/domain/moves/invite-task';
import { FORMER_TASKS_KEPT } from '../../lambda/domain/record';
import { BOB, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  contextAt,
  CONVERSATION,
  FIRST_TASK,
  inputs,
  kinds,
  invited,
  paused,
  pausing,
  waitingForAgent,
  wrappingUp,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

const SECOND = sid('WT', 2);
const byBob = {
  task: acceptedTask({ taskSid: SECOND, workerSid: BOB, workerName: 'Bob', workerIdentity: 'bob' }),
  settings: PAUSE_ON,
};

describe('accept', () => {
  it('of a conversation that nobody knew tells where it is, whose, and what the next invite needs', () => {
    expect(active()).toMatchObject({
      channelState: 'active',
      wrapUp: null,
      interactionSid: sid('KD', 1),
      channelSid: sid('UO', 1),
      channelType: 'web',
      customerName: 'Carol',
      agentIdentities: ['alice'],
      workerName: 'Alice',
      task: { taskSid: FIRST_TASK, status: 'assigned', purpose: 'new' },
      routing: { queueSid: inputs().accept.task.queueSid, taskChannelUniqueName: 'chat', priority: 3 },
      pending: NOTHING,
      version: 1,
    });
  });

  it('of a conversation that nobody knew makes up nothing that is not told', () => {
    const { flexInteractionSid, flexInteractionChannelSid } = acceptedTask().attributes;
    const task = acceptedTask({
      attributes: { flexInteractionSid, flexInteractionChannelSid },
      workflowSid: null,
      queueSid: null,
      taskChannelUniqueName: null,
    });
    const unseen = unseenConversation(CONVERSATION, contextAt());
    expect(after(unseen, 'accept', { task, settings: PAUSE_ON })).toMatchObject({
      channelType: '',
      customerName: null,
      acceptedAt: null,
      routing: { attributes: NOTHING, workflowSid: null, queueSid: null, taskChannelUniqueName: null },
    });
  });

  it('while active: the new task is current, the one before stays known as not over', () => {
    const next = after(active(), 'accept', byBob);
    expect(next.task).toMatchObject({ taskSid: SECOND, workerSid: BOB });
    expect(next.formerTasks).toEqual([{ taskSid: FIRST_TASK, over: false }]);
    expect(next.agentIdentities).toEqual(['alice', 'bob']);
    expect(kinds(next)).toEqual([]);
  });

  it('while wrapping up to pause: no pause any more, its timer stopped, the old participant closed', () => {
    const next = after(wrappingUp(), 'accept', byBob);
    expect(next).toMatchObject({ channelState: 'active', wrapUp: null, pause: null, compareAt: null });
    expect(kinds(next)).toEqual(['close-participant', 'stop-timer']);
  });

  it('while paused: active, timer stopped', () => {
    const next = after(paused(), 'accept', byBob);
    expect(next).toMatchObject({ channelState: 'active', pause: null, task: { taskSid: SECOND } });
    expect(kinds(next)).toEqual(['stop-timer']);
  });

  it('makes an owed wrap-up and an owed invite moot', () => {
    expect(kinds(after(pausing(), 'accept', byBob))).not.toContain('wrap-up-task');
    expect(kinds(after(invited(), 'accept', byBob))).toEqual([]);
  });

  it('of our invite keeps its purpose and the command that made it', () => {
    const asked = { ...waitingForAgent(), lastCommand: { route: 'resume', caller: 'x', fingerprint: '{}' } };
    const next = after(asked, 'accept', inputs().accept);
    expect(next).toMatchObject({ task: { purpose: 'resume' }, invite: null, lastCommand: asked.lastCommand });
    expect(next.formerTasks).toEqual(asked.formerTasks);
  });

  it('of a task that is not ours forgets the last command: a repeat of it is none', () => {
    const asked = { ...paused(), lastCommand: { route: 'pause', caller: 'x', fingerprint: '{}' } };
    expect(after(asked, 'accept', byBob).lastCommand).toBeNull();
  });

  it('of the current task, once more, changes nothing', () => {
    expect(decide(active(), 'accept', { ...byBob, task: acceptedTask() }, contextAt()).kind).toBe('nothing');
  });

  it('of the current task, once more, tells the identity of an agent whom the server accepted for', () => {
    const task = acceptedTask({ taskSid: SECOND, workerSid: BOB, workerIdentity: null });
    const byServer = after(paused(), 'accept', { ...byBob, task });
    const told = { ...byBob, task: { ...task, workerIdentity: 'bob' } };
    const next = after(byServer, 'accept', told);
    expect(next).toEqual({ ...byServer, agentIdentities: ['alice', 'bob'] });
    expect(decide(next, 'accept', told, contextAt()).kind).toBe('nothing');
  });

  it('that we made for another agent than before has no name until it is told of', () => {
    const toBob = after(paused(), 'reassign', { workerSid: BOB, atCapacity: false });
    const sent = inviteSent(toBob, SECOND, PAUSE_ON, contextAt());
    const byUs = acceptedTask({ ...byBob.task, workerName: null, workerIdentity: null });
    const accepted = after(sent, 'accept', { ...byBob, task: byUs });
    expect(accepted).toMatchObject({ workerName: null, task: { workerSid: BOB, purpose: 'reassign' } });
    const told = after(accepted, 'accept', byBob);
    expect(told).toEqual({ ...accepted, workerName: 'Bob', agentIdentities: ['alice', 'bob'] });
  });

  it('that we made for the agent who paused leaves the name as it is', () => {
    const byUs = acceptedTask({ taskSid: SECOND, workerName: null, workerIdentity: null });
    expect(after(waitingForAgent(), 'accept', { ...byBob, task: byUs }).workerName).toBe('Alice');
  });

  it('of a former task comes late and changes nothing', () => {
    expect(decide(paused(), 'accept', { ...byBob, task: acceptedTask() }, contextAt()).kind).toBe('nothing');
  });

  it('takes back what Flex held', () => {
    const held = { ...active(), task: null, heldBy: 'flex' as const };
    expect(after(held, 'accept', byBob).heldBy).toBeNull();
  });

  it(`remembers ${FORMER_TASKS_KEPT} tasks before the current one, not more`, () => {
    let record = active();
    for (let number = 2; number <= 30; number++) {
      const task = acceptedTask({ taskSid: sid('WT', number) });
      record = sealed(record, after(record, 'accept', { ...byBob, task }), PAUSE_ON, contextAt());
    }
    expect(record.formerTasks).toHaveLength(FORMER_TASKS_KEPT);
    expect(record.formerTasks[0]?.taskSid).toBe(sid('WT', 29));
  });

  it('under hipaa keeps no name, and of the attributes only the listed ones', () => {
    const settings = { ...PAUSE_ON, hipaa: true, hipaaAttributes: ['topic'] };
    const task = acceptedTask({ taskSid: SECOND });
    const next = after({ ...active(), customerName: null }, 'accept', { task, settings });
    expect(next.customerName).toBeNull();
    expect(next.routing.attributes).toEqual({ topic: 'invoice' });
  });
});
