import { decide, sealed } from '../../lambda/domain/decide';
import { eventsOf } from '../../lambda/domain/events';
import { taskReserved } from '../../lambda/domain/moves/invite-task';
import { type Conversation, joinsBy } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  contextAt,
  inputs,
  kinds,
  invited,
  outcomeOf,
  waitingForAgent,
} from '../doubles/records';

const SECOND = sid('WT', 2);
const THIRD = sid('WT', 3);
const MOMENT = plusSeconds(NOW, 15);
const BY_CLIENT: Settings = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, acceptBy: 'client' } };

const task = acceptedTask({ taskSid: SECOND, workerSid: ALICE });
/** The webhook of the accept. */
const told = { task, settings: PAUSE_ON };
const acceptedBy = (byUs: boolean) =>
  outcomeOf(waitingForAgent(), 'accept', { result: 'accepted', task, byUs });
/** Nothing could be accepted yet. */
const lookedInVain = (record = waitingForAgent()) =>
  outcomeOf(record, 'accept', { result: 'again', notBefore: MOMENT, change: { inVain: 1 } });
const looking = () => after(acceptedBy(true), 'joining', undefined, contextAt(MOMENT));
const missing = (record: Conversation) =>
  outcomeOf(record, 'look-for-agent', { result: 'agent-missing', taskSid: SECOND }, contextAt(MOMENT));

describe('whether the agent has joined is looked at after an accept', () => {
  it('of ours', () => {
    expect(joinsBy(acceptedBy(true))).toBe(MOMENT);
  });

  it('that its webhook tells while we are at it', () => {
    expect(joinsBy(after(waitingForAgent(), 'accept', told))).toBe(MOMENT);
  });

  it('that its webhook tells after a call of ours had no answer', () => {
    const failed = outcomeOf(waitingForAgent(), 'accept', { result: 'failed' });
    expect(joinsBy(after(failed, 'accept', told))).toBe(MOMENT);
  });

  it('not of desk or plugin, found among the reservations', () => {
    expect(joinsBy(acceptedBy(false))).toBeNull();
  });

  it('not of desk or plugin, told while nothing of ours can be on its way', () => {
    expect(joinsBy(after(lookedInVain(), 'accept', told))).toBeNull();
  });

  it('not where the client is to accept', () => {
    const reserved = { taskSid: SECOND, reservationSid: sid('WR', 2), workerSid: ALICE, inviteId: null };
    const decision = taskReserved(invited(), { reserved, settings: BY_CLIENT }, contextAt());
    const offered = decision.kind === 'apply' ? decision.next : undefined;
    expect(offered && joinsBy(after(offered, 'accept', told))).toBeNull();
  });

  it('not of an agent whom the workflow chose', () => {
    const waiting = waitingForAgent(SECOND, { atCapacity: true });
    expect(joinsBy(after(waiting, 'accept', told))).toBeNull();
  });
});

describe('the moment to look', () => {
  it('wakes the record, and owes nothing before', () => {
    const record = acceptedBy(true);
    expect(record.pending).toEqual({});
    expect(sealed(record, record, PAUSE_ON, contextAt()).wakeAt).toBe(MOMENT);
    expect(decide(record, 'joining', undefined, contextAt(plusSeconds(MOMENT, -1))).kind).toBe('nothing');
  });

  it('comes once', () => {
    const record = looking();
    expect(kinds(record)).toEqual(['look-for-agent']);
    const done = outcomeOf(record, 'look-for-agent', { result: 'done' }, contextAt(MOMENT));
    expect(done.pending).toEqual({});
    expect(sealed(done, done, PAUSE_ON, contextAt(MOMENT)).wakeAt).toBeNull();
    expect(decide(done, 'joining', undefined, contextAt(plusSeconds(MOMENT, 60))).kind).toBe('nothing');
  });

  it('is none any more once the agent pauses, wraps up, or has ended the conversation', () => {
    const record = acceptedBy(true);
    const moved = [
      after(record, 'pause', inputs().pause),
      after(record, 'leave', inputs().leave),
      after(record, 'task-wrapping', { taskSid: SECOND }),
      after(record, 'end', { keepsWrapUp: true }),
      after(record, 'end', { keepsWrapUp: false }),
      after(record, 'accept', { ...told, task: acceptedTask({ taskSid: THIRD, workerSid: BOB }) }),
    ];
    expect(moved.map(joinsBy)).toEqual(moved.map(() => null));
  });
});

describe('an agent who is not in the channel', () => {
  it('is told as AcceptedButNotJoined, once', () => {
    const before = looking();
    const found = missing(before);
    expect(found.finding).toEqual({ what: 'AcceptedButNotJoined', taskSid: SECOND });
    expect(eventsOf(before, found, 'system')).toEqual(['AcceptedButNotJoined']);
    expect(eventsOf(found, after(found, 'pause', inputs().pause), 'system')).toEqual(['ConversationPaused']);
    expect(found.pending).toEqual({});
  });

  it.each([
    ['paused', () => after(looking(), 'pause', inputs().pause)],
    ['left', () => after(looking(), 'leave', inputs().leave)],
    ['ended', () => after(looking(), 'end', { keepsWrapUp: true })],
    ['found closed', () => after(looking(), 'found-closed', undefined)],
    [
      'another agent’s',
      () => after(looking(), 'accept', { ...told, task: acceptedTask({ taskSid: THIRD, workerSid: BOB }) }),
    ],
    ['without a task', () => after(looking(), 'task-over', { ...inputs()['task-over'], taskSid: SECOND })],
  ])('is not looked for where the conversation is %s meanwhile', (_how, moved) => {
    expect(kinds(moved())).not.toContain('look-for-agent');
    expect(moved().finding).toBeNull();
  });

  it('is nobody’s loss where the agent wraps up meanwhile', () => {
    expect(missing(after(looking(), 'task-wrapping', { taskSid: SECOND })).finding).toBeNull();
  });

  it('is looked for again where the call failed', () => {
    const failed = outcomeOf(looking(), 'look-for-agent', { result: 'failed' }, contextAt(MOMENT));
    expect(failed.pending[`look-for-agent:${SECOND}`]).toMatchObject({ taken: null });
    expect(failed.finding).toBeNull();
  });

  it('is not looked for after an accept that nobody has asked us for', () => {
    expect(joinsBy(active())).toBeNull();
  });
});
