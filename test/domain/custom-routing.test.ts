import { decide } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { NOW, sid } from '../doubles/constants';
import { CUSTOM_ROUTING } from '../doubles/deps';
import {
  acceptedTask,
  after,
  awaiting,
  contextAt,
  FIRST_TASK,
  inputs,
  kinds,
  left,
  leftWrappingUp,
  outcomeOf,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

const reply = inputs()['customer-writes'];
const HOUR_LATER = plusSeconds(NOW, 3600);

/** The hour is over, and this run looks. */
function looking() {
  const record = awaiting();
  const owed = record.pending['await-custom-routing']!;
  const taken = { ...owed, taken: { by: 'run-1', at: HOUR_LATER }, notBefore: null, attempts: 1 };
  return { ...record, pending: { ...record.pending, 'await-custom-routing': taken } };
}
const atTheEnd = contextAt(HOUR_LATER);

describe('the reply, with custom routing', () => {
  it('is active without an invite, and custom logic has its time', () => {
    const next = awaiting();
    expect(next).toMatchObject({
      channelState: 'active',
      leave: null,
      invite: null,
      task: null,
      customerRepliedAt: NOW,
    });
    expect(next.pending).toEqual({
      'await-custom-routing': {
        kind: 'await-custom-routing',
        since: HOUR_LATER,
        attempts: 0,
        taken: null,
        notBefore: HOUR_LATER,
        after: [],
      },
    });
  });

  it('has the time that the settings had when it was left', () => {
    const { leave } = CUSTOM_ROUTING;
    const settings = { ...CUSTOM_ROUTING, leave: { ...leave, customRoutingTimeout: 'PT2H' } };
    const next = after(left(settings), 'customer-writes', reply);
    expect(next.pending['await-custom-routing']?.notBefore).toBe(plusSeconds(NOW, 7200));
  });

  it('during the wrap-up closes the participant first, so that the old task is not taken for a new one', () => {
    const next = after(leftWrappingUp(CUSTOM_ROUTING), 'customer-writes', reply);
    expect(next).toMatchObject({ channelState: 'active', wrapUp: null, task: null });
    const closing = `close-participant:${FIRST_TASK}`;
    expect(next.pending[closing]?.taken).toMatchObject({ by: 'run-1' });
    expect(next.pending['await-custom-routing']).toMatchObject({ after: [closing], notBefore: HOUR_LATER });
  });

  it('hurries a participant whose closing had failed', () => {
    const over = after(leftWrappingUp(CUSTOM_ROUTING), 'task-over', inputs()['task-over']);
    const failed = outcomeOf(over, 'close-participant', { result: 'failed' });
    const next = after(failed, 'customer-writes', reply, contextAt(NOW, 'run-2'));
    expect(next.pending[`close-participant:${FIRST_TASK}`]?.taken).toMatchObject({ by: 'run-2' });
  });
});

describe('while custom logic has its time', () => {
  it('a task that an agent accepts is the one', () => {
    const next = after(awaiting(), 'accept', inputs().accept);
    expect(next).toMatchObject({ task: { taskSid: sid('WT', 2), purpose: 'new' }, pending: NOTHING });
  });

  it('End closes it, and nothing is awaited any more', () => {
    expect(kinds(after(awaiting(), 'end', { keepsWrapUp: false }))).toEqual(['close-channel']);
  });

  it('closed at Twilio, nothing is awaited any more', () => {
    expect(after(awaiting(), 'found-closed', undefined)).toMatchObject({
      channelState: 'closed',
      pending: NOTHING,
    });
  });

  it.each(['pause', 'leave', 'resume', 'complete'] as const)('no agent can %s it', (happening) => {
    expect(decide(awaiting(), happening, inputs()[happening], contextAt())).toMatchObject({
      code: 'wrong-state',
    });
  });

  it('more that the customer writes changes nothing', () => {
    expect(decide(awaiting(), 'customer-writes', { ...reply, index: 8 }, contextAt()).kind).not.toBe('apply');
  });
});

describe('when the time is over', () => {
  it('a task that was brought is taken over', () => {
    const task = acceptedTask({ taskSid: sid('WT', 2) });
    const found = {
      ...task,
      ...{ status: 'pending' as const, reservationSid: null, workerSid: null, acceptedAt: null },
    };
    const next = outcomeOf(
      looking(),
      'await-custom-routing',
      { result: 'task-found', task: found },
      atTheEnd,
    );
    expect(next).toMatchObject({
      invite: null,
      pending: NOTHING,
      task: { taskSid: sid('WT', 2), status: 'pending' },
    });
  });

  it('and there is no task, an invite goes through the workflow, as to any reply', () => {
    const next = outcomeOf(looking(), 'await-custom-routing', { result: 'no-task' }, atTheEnd);
    expect(next.invite).toMatchObject({ purpose: 'reply', workerSid: null, direct: false, lost: 0 });
    expect(next.routing).toEqual(awaiting().routing);
    expect(kinds(next)).toEqual(['invite']);
  });

  it('and Flex holds it, it is left alone', () => {
    const next = outcomeOf(looking(), 'await-custom-routing', { result: 'held-by-flex' }, atTheEnd);
    expect(next).toMatchObject({ heldBy: 'flex', pending: NOTHING });
  });

  it('and it is closed, it is closed', () => {
    const next = outcomeOf(looking(), 'await-custom-routing', { result: 'conversation-closed' }, atTheEnd);
    expect(next).toMatchObject({ channelState: 'closed', pending: NOTHING });
  });

  it('and Twilio does not tell, it is looked again', () => {
    const next = outcomeOf(looking(), 'await-custom-routing', { result: 'failed' }, atTheEnd);
    expect(next.pending['await-custom-routing']).toMatchObject({ notBefore: plusSeconds(HOUR_LATER, 60) });
    expect(next.invite).toBeNull();
  });
});
