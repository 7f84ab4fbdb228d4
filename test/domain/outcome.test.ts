import { afterEffect } from '../../lambda/domain/outcome';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, NOW, QUEUE, sid, WORKFLOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  contextAt,
  FIRST_TASK,
  inputs,
  invited,
  kinds,
  outcomeOf,
  pausing,
  waitingForAgent,
  wrappingUp,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

const SECOND = sid('WT', 2);

/** The task is over, nobody asked for it, and two minutes later this run looks for another. */
function looking() {
  const over = after(active(), 'task-over', inputs()['task-over']);
  const look = over.pending['look-for-task']!;
  return { ...over, pending: { 'look-for-task': { ...look, taken: { by: 'run-1', at: NOW }, attempts: 1 } } };
}
const found = {
  taskSid: SECOND,
  reservationSid: sid('WR', 2),
  workerSid: ALICE,
  workerName: 'Alice',
  workerIdentity: 'alice',
  acceptedAt: 7_000,
  status: 'assigned' as const,
  attributes: { topic: 'refund', flexInteractionSid: sid('KD', 1) },
  workflowSid: WORKFLOW,
  queueSid: QUEUE,
  taskChannelUniqueName: 'chat',
  priority: 5,
};

describe('after an effect', () => {
  it('a task that wraps up already reads so', () => {
    const record = pausing();
    const id = Object.keys(record.pending).find((each) => each.startsWith('wrap-up-task'))!;
    const next = afterEffect(
      record,
      id,
      { result: 'wrapping-up', participantSid: null },
      PAUSE_ON,
      contextAt(NOW),
    );
    expect(next.task?.status).toBe('wrapping');
    expect(Object.keys(next.pending)).not.toContain(id);
  });

  it('is put off where a closed conversation makes no move, so that nobody tries for ever', () => {
    const ended = after(wrappingUp(), 'end', { keepsWrapUp: false });
    const known = outcomeOf(ended, 'stop-timer', { result: 'done' });
    const id = Object.keys(known.pending).find((each) => each.startsWith('close-participant'))!;
    const { [id]: closing } = known.pending;
    const alone = { ...known, pending: { [id]: closing! } };
    const next = afterEffect(alone, id, { result: 'conversation-closed' }, PAUSE_ON, contextAt(NOW));
    expect(next.pending[id]).toMatchObject({ taken: null, notBefore: plusSeconds(NOW, 60) });
  });

  it('that is done, it is owed no more', () => {
    expect(kinds(outcomeOf(pausing(), 'start-timer', { result: 'done' }))).toEqual(['wrap-up-task']);
  });

  it('that another run has taken since, nothing changes', () => {
    const record = pausing();
    const stranger = contextAt(NOW, 'run-9');
    expect(outcomeOf(record, 'start-timer', { result: 'done' }, stranger)).toBe(record);
  });

  it('that was dropped since, nothing changes', () => {
    const record = active();
    expect(
      afterEffect(record, 'invite:gone', { result: 'invited', taskSid: SECOND }, PAUSE_ON, contextAt()),
    ).toBe(record);
  });

  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [7, 3600],
    [40, 3600],
  ])('that failed for the %dth time, it is tried again %d seconds later', (attempts, seconds) => {
    const record = pausing();
    const id = Object.keys(record.pending).find((each) => each.startsWith('start-timer'))!;
    const tried = { ...record, pending: { [id]: { ...record.pending[id]!, attempts } } };
    expect(outcomeOf(tried, 'start-timer', { result: 'failed' }).pending[id]).toMatchObject({
      taken: null,
      notBefore: plusSeconds(NOW, seconds),
    });
  });

  it('that closes a participant, it is owed no more once the task was told to be over meanwhile', () => {
    const over = after(wrappingUp(), 'task-over', inputs()['task-over']);
    const again = { notBefore: plusSeconds(NOW, 60), change: { participantClosed: true } };
    expect(outcomeOf(over, 'close-participant', { result: 'again', ...again }).pending).toEqual({});
  });

  it('wrap-up: the participant is remembered for its closing', () => {
    const outcome = { result: 'wrapping-up', participantSid: sid('UT', 1) } as const;
    expect(outcomeOf(pausing(), 'wrap-up-task', outcome).task).toMatchObject({
      status: 'wrapping',
      participantSid: sid('UT', 1),
    });
  });

  it('wrap-up of a task that is over already: paused', () => {
    const outcome = { result: 'task-over', taskSid: FIRST_TASK, wasTaken: true } as const;
    const next = outcomeOf(pausing(), 'wrap-up-task', outcome);
    expect(next).toMatchObject({ channelState: 'pause', task: null });
    expect(kinds(next)).toEqual(['close-participant', 'start-timer']);
  });

  it('named invite: its task waits, and its reservation is looked for', () => {
    const next = outcomeOf(invited(), 'invite', { result: 'invited', taskSid: SECOND });
    expect(next).toMatchObject({ task: { taskSid: SECOND, status: 'pending' }, invite: { sentAt: NOW } });
    expect(kinds(next)).toEqual(['accept']);
  });

  it('invite through the workflow: its task waits, and nothing is owed', () => {
    const next = outcomeOf(invited({ atCapacity: true }), 'invite', { result: 'invited', taskSid: SECOND });
    expect(next.task).toMatchObject({ status: 'pending', purpose: 'resume' });
    expect(kinds(next)).toEqual([]);
  });

  it('invite refused for good: at once another, through the default workflow, naming nobody', () => {
    const next = outcomeOf(invited(), 'invite', { result: 'invite-refused' });
    expect(next.invite).toMatchObject({ toDefaultWorkflow: true, direct: false, workerSid: null });
    expect(next.pending[`invite:${next.invite!.inviteId}`]?.taken).toMatchObject({ by: 'run-1' });
  });

  it('refused there too: it stays owed, and is tried ever more rarely', () => {
    const refused = outcomeOf(invited(), 'invite', { result: 'invite-refused' });
    const again = outcomeOf(refused, 'invite', { result: 'invite-refused' });
    expect(again.invite?.inviteId).toBe(refused.invite?.inviteId);
    expect(Object.values(again.pending)).toEqual([
      expect.objectContaining({ kind: 'invite', taken: null, notBefore: plusSeconds(NOW, 61) }),
    ]);
  });

  it('invite read back as over: the next one, with back-off', () => {
    const record = invited();
    const { inviteId } = record.invite!;
    const outcome = { result: 'task-over', taskSid: SECOND, inviteId, wasTaken: false } as const;
    const next = outcomeOf(record, 'invite', outcome);
    expect(next.invite).toMatchObject({ lost: 1 });
    expect(kinds(next)).toEqual(['invite']);
  });

  it('accept: the agent has it', () => {
    const accepting = waitingForAgent();
    const task = { ...inputs().accept.task, taskSid: SECOND };
    const next = outcomeOf(accepting, 'accept', { result: 'accepted', task, byUs: true });
    expect(next).toMatchObject({
      invite: null,
      pending: NOTHING,
      task: { status: 'assigned', workerSid: ALICE },
    });
  });

  it('accept that TaskRouter tells of: it counts, though an accept of a later date was heard of', () => {
    const record = { ...waitingForAgent(), acceptedAt: 2_000 };
    const task = { ...inputs().accept.task, taskSid: SECOND, at: 1_000 };
    const next = outcomeOf(record, 'accept', { result: 'accepted', task, byUs: true });
    expect(next.task).toMatchObject({ taskSid: SECOND, status: 'assigned' });
  });

  it('a look that finds a task: adopted, with what the next invite needs', () => {
    expect(outcomeOf(looking(), 'look-for-task', { result: 'task-found', task: found })).toMatchObject({
      task: { taskSid: SECOND, status: 'assigned', workerSid: ALICE },
      routing: { attributes: { topic: 'refund' }, priority: 5 },
      acceptedAt: 7_000,
      pending: NOTHING,
    });
  });

  it('a look that finds the task before: current again, and no former one', () => {
    const task = { ...found, taskSid: FIRST_TASK };
    const next = outcomeOf(looking(), 'look-for-task', { result: 'task-found', task });
    expect(next).toMatchObject({ task: { taskSid: FIRST_TASK }, formerTasks: [] });
  });

  it('a look that finds it held by Flex: left alone, visibly', () => {
    const next = outcomeOf(looking(), 'look-for-task', { result: 'held-by-flex' });
    expect(next).toMatchObject({ channelState: 'active', heldBy: 'flex', pending: NOTHING });
  });

  it('a look that finds nothing: invited through the workflow', () => {
    const next = outcomeOf(looking(), 'look-for-task', { result: 'no-task' });
    expect(next.invite).toMatchObject({ purpose: 'repair', workerSid: null, direct: false });
    expect(kinds(next)).toEqual(['invite']);
  });

  it('that found the conversation closed: closed', () => {
    const next = outcomeOf(looking(), 'look-for-task', { result: 'conversation-closed' });
    expect(next).toMatchObject({ channelState: 'closed', pending: NOTHING });
  });
});
