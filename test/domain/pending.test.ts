import {
  CREATION_LEASE_SECONDS,
  drop,
  dueAt,
  type Effect,
  LEASE_SECONDS,
  mine,
  nextDue,
  overdueSince,
  owe,
  type Pending,
  putOff,
  strikeOff,
  takeAgain,
  takeDue,
} from '../../lambda/domain/pending';
import { sealed } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { FLOW, NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { active, contextAt, FIRST_TASK, pausing } from '../doubles/records';

const TIMER: Effect = { kind: 'start-timer', name: 't-1', pauseId: 'p', deadline: NOW };
const STOP: Effect = { kind: 'stop-timer', name: 't-0', until: null };
const INVITE: Effect = { kind: 'invite', inviteId: 'i' };
const PUT_HOOK: Effect = { kind: 'put-studio-hook' };
const LOOK: Effect = { kind: 'look-for-task' };
const me = contextAt();
const WRITE_HISTORY = Object.values(sealed(active(), pausing(), PAUSE_ON, me).pending).find(
  ({ kind }) => kind === 'write-history',
)!;
/** Calls that do nothing twice. */
const REPEATABLE: Effect[] = [
  TIMER,
  STOP,
  { kind: 'wrap-up-task', taskSid: FIRST_TASK },
  {
    kind: 'close-participant',
    taskSid: FIRST_TASK,
    reservationSid: null,
    participantSid: null,
    participantClosed: false,
  },
  { kind: 'accept', inviteId: 'i', taskSid: FIRST_TASK, by: 'server', inVain: 0 },
  { kind: 'close-channel', endTasks: true },
  {
    kind: 'take-studio-hook-off',
    hook: { flowSid: FLOW, mayBeOn: true, webhookSid: null },
    until: null,
  },
  WRITE_HISTORY,
  { kind: 'publish-event', eventId: 'e', version: 1 },
];
const later = (seconds: number) => contextAt(plusSeconds(NOW, seconds), 'run-2');

describe('owe', () => {
  it('is taken at once by who decides', () => {
    expect(owe({}, TIMER, me)['start-timer:t-1']).toMatchObject({
      attempts: 1,
      taken: { by: 'run-1', at: NOW },
    });
  });

  it('is taken by nobody while it waits for a moment or for another effect', () => {
    const waiting = owe(owe({}, LOOK, me, { notBefore: plusSeconds(NOW, 120) }), STOP, me, { after: ['x'] });
    expect(mine(waiting, 'run-1')).toEqual([]);
    expect(Object.values(waiting).map(({ attempts }) => attempts)).toEqual([0, 0]);
  });
});

describe('leases', () => {
  it.each([
    [TIMER, LEASE_SECONDS, 60],
    [INVITE, CREATION_LEASE_SECONDS, 120],
    [PUT_HOOK, CREATION_LEASE_SECONDS, 120],
  ])('nobody else takes %j before its lease is over', (effect, lease, seconds) => {
    expect(lease).toBe(seconds);
    const pending = owe({}, effect, me);
    expect(mine(takeDue(pending, later(seconds - 1)), 'run-2')).toHaveLength(0);
    expect(mine(takeDue(pending, later(seconds)), 'run-2')).toHaveLength(1);
  });

  it('a taken effect counts the attempt', () => {
    expect(takeDue(owe({}, TIMER, me), later(60))['start-timer:t-1']).toMatchObject({
      attempts: 2,
      taken: { by: 'run-2', at: plusSeconds(NOW, 60) },
    });
  });

  it('what waits for another effect is due at no moment, also at its own', () => {
    const pending = owe({}, LOOK, me, { after: ['x'], notBefore: plusSeconds(NOW, 60) });
    expect(nextDue(pending)).toBeNull();
    expect(takeDue(pending, later(60))).toEqual(pending);
  });

  it('the next moment is the earliest of all', () => {
    const pending = owe(owe({}, INVITE, me), TIMER, me);
    expect(nextDue(pending)).toBe(plusSeconds(NOW, 60));
    expect(nextDue({})).toBeNull();
  });
});

describe('strike off', () => {
  it('hands what waited only for it to who strikes it off', () => {
    const pending = owe(owe({}, TIMER, me), STOP, me, { after: ['start-timer:t-1'] });
    expect(strikeOff(pending, 'start-timer:t-1', later(5))).toEqual({
      'stop-timer:t-0': {
        ...STOP,
        since: NOW,
        attempts: 1,
        taken: { by: 'run-2', at: plusSeconds(NOW, 5) },
        notBefore: null,
        after: [],
      },
    });
  });

  it('does not make what is taken again, or put off, any younger', () => {
    const owed = owe({}, TIMER, me);
    const again = takeAgain(putOff(owed, 'start-timer:t-1', plusSeconds(NOW, 60)), later(60));
    expect(again['start-timer:t-1']).toMatchObject({ since: NOW, attempts: 2 });
  });

  it('leaves waiting what waits for another too', () => {
    const pending = owe(owe({}, TIMER, me), STOP, me, { after: ['start-timer:t-1', 'other'] });
    expect(strikeOff(pending, 'start-timer:t-1', me)['stop-timer:t-0']).toMatchObject({
      after: ['other'],
      taken: null,
    });
  });

  it('leaves waiting what waits for a moment too', () => {
    const options = { after: ['start-timer:t-1'], notBefore: plusSeconds(NOW, 60) };
    const pending = owe(owe({}, TIMER, me), STOP, me, options);
    const struck = strikeOff(pending, 'start-timer:t-1', me)['stop-timer:t-0']!;
    expect(struck.taken).toBeNull();
    expect(dueAt(struck)).toBe(plusSeconds(NOW, 60));
  });

  it('hands on at once what waited for a moment that is past by then', () => {
    const options = { after: ['start-timer:t-1'], notBefore: plusSeconds(NOW, 60) };
    const pending = owe(owe({}, TIMER, me), STOP, me, options);
    const struck = strikeOff(pending, 'start-timer:t-1', later(60))['stop-timer:t-0']!;
    expect(struck.taken).toEqual({ by: 'run-2', at: plusSeconds(NOW, 60) });
  });

  it('of what is not owed changes nothing', () => {
    const pending = owe({}, TIMER, me);
    expect(strikeOff(pending, 'other', me)).toBe(pending);
  });

  it('drops several at once', () => {
    const pending = owe(owe(owe({}, TIMER, me), INVITE, me), LOOK, me);
    expect(Object.keys(drop(pending, ['invite:i', 'look-for-task'], me))).toEqual(['start-timer:t-1']);
  });
});

describe('put off', () => {
  it('gives the effect back until then, with what was learned', () => {
    const pending = putOff(owe({}, STOP, me), 'stop-timer:t-0', plusSeconds(NOW, 60), { until: NOW });
    expect(pending['stop-timer:t-0']).toMatchObject({ taken: null, attempts: 1, until: NOW });
    expect(takeDue(pending, later(59))).toEqual(pending);
    expect(mine(takeDue(pending, later(60)), 'run-2')).toHaveLength(1);
  });

  it('of what is not owed changes nothing', () => {
    expect(putOff({}, 'x', NOW)).toEqual({});
  });
});

describe('overdue', () => {
  it('is what could have been carried out, since it is owed, however often it was tried', () => {
    const pending = owe(owe({}, TIMER, me), INVITE, later(30));
    const [first = ''] = Object.keys(pending);
    const tried = putOff(takeDue(pending, later(600)), first, plusSeconds(NOW, 3600));
    expect(overdueSince(tried, plusSeconds(NOW, 600))).toEqual([NOW, plusSeconds(NOW, 30)]);
  });

  it('is told with the oldest first, whatever was owed first', () => {
    const pending = owe(owe({}, INVITE, later(30)), TIMER, me);
    expect(overdueSince(pending, plusSeconds(NOW, 600))).toEqual([NOW, plusSeconds(NOW, 30)]);
  });

  it('is what waits for a moment from that moment on', () => {
    const pending = owe({}, LOOK, me, { notBefore: plusSeconds(NOW, 120) });
    expect(overdueSince(pending, plusSeconds(NOW, 119))).toEqual([]);
    expect(overdueSince(pending, plusSeconds(NOW, 120))).toEqual([plusSeconds(NOW, 120)]);
  });

  it('is nothing of which an earlier release has not written since when', () => {
    const owed = { ...Object.values(owe({}, TIMER, me))[0]!, since: undefined };
    expect(overdueSince({ any: owed }, plusSeconds(NOW, 600))).toEqual([]);
  });
});

describe('take again, because somebody asks again', () => {
  const failed = (effect: Effect): Pending => {
    const pending = owe({}, effect, me);
    return putOff(pending, Object.keys(pending)[0]!, plusSeconds(NOW, 60));
  };

  it.each(REPEATABLE)('tries what has failed at once: $kind', (effect) => {
    expect(mine(takeAgain(failed(effect), later(1)), 'run-2')).toHaveLength(1);
  });

  it.each([INVITE, PUT_HOOK])('never makes again before its time: %j', (effect) => {
    expect(mine(takeAgain(failed(effect), later(1)), 'run-2')).toHaveLength(0);
  });

  it('leaves alone what another run is at', () => {
    expect(mine(takeAgain(owe({}, TIMER, me), later(59)), 'run-2')).toHaveLength(0);
  });

  it('leaves alone what waits for its moment, and was never tried', () => {
    const pending = owe({}, STOP, me, { notBefore: plusSeconds(NOW, 60) });
    expect(takeAgain(pending, later(1))).toEqual(pending);
  });

  it('leaves alone what waits for another effect', () => {
    const pending = owe({}, STOP, me, { after: ['x'] });
    expect(takeAgain(pending, later(1))).toEqual(pending);
  });
});
