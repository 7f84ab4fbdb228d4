import { decide } from '../../lambda/domain/decide';
import { sealed } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  contextAt,
  CONVERSATION,
  DEADLINE,
  FIRST_TASK,
  inputs,
  kinds,
  outcomeOf,
  paused,
  pausing,
  wrappingUp,
} from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

describe('pause', () => {
  it('fixes the deadline, owes timer and wrap-up, and stays active until the wrap-up is over', () => {
    const next = pausing();
    expect(next).toMatchObject({
      channelState: 'active',
      wrapUp: 'pause',
      parkedBy: ALICE,
      pause: { workerSid: ALICE, pausedAt: NOW, deadline: DEADLINE, timers: 1 },
      compareAt: plusSeconds(NOW, 60),
    });
    expect(kinds(next)).toEqual(['start-timer', 'wrap-up-task']);
  });

  it('without wrap-up closes the participant in its place', () => {
    const settings = { ...PAUSE_ON, wrapUp: false };
    const next = after(active(), 'pause', { ...inputs().pause, settings });
    expect(next.wrapUp).toBe('pause');
    expect(kinds(next)).toEqual(['close-participant', 'start-timer']);
  });

  it('is refused to anyone but the holder', () => {
    const input = { ...inputs().pause, workerSid: BOB };
    expect(decide(active(), 'pause', input, contextAt())).toMatchObject({ code: 'wrong-state' });
  });

  it.each(['pending', 'reserved'] as const)('is refused while the task is only %s', (status) => {
    const record = active();
    const waiting = { ...record, task: { ...record.task!, status } };
    expect(decide(waiting, 'pause', inputs().pause, contextAt())).toMatchObject({ code: 'wrong-state' });
  });
});

describe('task over, while wrapping up to pause', () => {
  it('is the beginning of the state pause, and the participant that may have stayed is closed', () => {
    const next = after(wrappingUp(), 'task-over', inputs()['task-over']);
    expect(next).toMatchObject({
      channelState: 'pause',
      wrapUp: null,
      task: null,
      formerTasks: [{ taskSid: FIRST_TASK, over: true }],
    });
    expect(kinds(next)).toEqual(['close-participant']);
  });

  it('makes an owed wrap-up moot', () => {
    expect(kinds(after(pausing(), 'task-over', inputs()['task-over']))).not.toContain('wrap-up-task');
  });

  it('owes nothing more where the participant is closed already', () => {
    const closing = after(wrappingUp(), 'complete', undefined);
    const waiting = outcomeOf(closing, 'close-participant', {
      result: 'again',
      notBefore: plusSeconds(NOW, 60),
      change: { participantClosed: true },
    });
    expect(kinds(after(waiting, 'task-over', inputs()['task-over']))).toEqual([]);
  });

  it('keeps the last attributes for the next invite', () => {
    const attributes = { topic: 'refund', flexInteractionSid: sid('KD', 1) };
    const next = after(wrappingUp(), 'task-over', { ...inputs()['task-over'], attributes });
    expect(next.routing.attributes).toEqual({ topic: 'refund' });
  });

  it('of another task changes nothing', () => {
    const input = { ...inputs()['task-over'], taskSid: sid('WT', 7) };
    expect(decide(wrappingUp(), 'task-over', input, contextAt()).kind).toBe('nothing');
  });
});

describe('complete, while wrapping up to pause', () => {
  it('owes the participant closed, and stays where it is until the task is over', () => {
    const next = after(wrappingUp(), 'complete', undefined);
    expect(next).toMatchObject({ channelState: 'active', wrapUp: 'pause' });
    expect(next.pending[`close-participant:${FIRST_TASK}`]).toMatchObject({ participantSid: sid('UT', 1) });
  });

  it('once more changes nothing', () => {
    const once = after(wrappingUp(), 'complete', undefined);
    expect(decide(once, 'complete', undefined, contextAt()).kind).toBe('nothing');
  });
});

describe('change of a pause', () => {
  it('to another deadline starts the timer under its next name, and only then stops the old one', () => {
    const deadline = plusSeconds(DEADLINE, 3600);
    const next = after(paused(), 'change-pause', { deadline });
    const { pauseId } = next.pause!;
    const [first, second] = [`${CONVERSATION}-${pauseId}-1`, `${CONVERSATION}-${pauseId}-2`];
    expect(next).toMatchObject({ channelState: 'pause', pause: { deadline, timers: 2 } });
    expect(next.pending[`start-timer:${second}`]).toMatchObject({ name: second, deadline, attempts: 1 });
    expect(next.pending[`stop-timer:${first}`]).toMatchObject({
      taken: null,
      after: [`start-timer:${second}`],
    });
  });

  it('of the note alone owes no timer', () => {
    const next = after(paused(), 'change-pause', { note: 'calls back' });
    expect(next).toMatchObject({
      pause: { note: 'calls back', deadline: DEADLINE, timers: 1 },
      pending: NOTHING,
    });
  });

  it('to what it is already changes nothing', () => {
    expect(decide(paused(), 'change-pause', { deadline: DEADLINE }, contextAt()).kind).toBe('nothing');
  });

  it('during the wrap-up leaves the wrap-up as it is', () => {
    const next = after(wrappingUp(), 'change-pause', { deadline: plusSeconds(DEADLINE, 60) });
    expect(next).toMatchObject({ channelState: 'active', wrapUp: 'pause', task: { status: 'wrapping' } });
  });

  it('twice at once never stops the timer that runs before the newest one is started', () => {
    const before = paused();
    const changed = after(before, 'change-pause', { deadline: plusSeconds(DEADLINE, 60) });
    const once = sealed(before, changed, PAUSE_ON, contextAt());
    const twice = after(
      once,
      'change-pause',
      { deadline: plusSeconds(DEADLINE, 120) },
      contextAt(NOW, 'run-2'),
    );
    const name = (n: number) => `${CONVERSATION}-${twice.pause!.pauseId}-${n}`;
    expect(twice.pending[`stop-timer:${name(1)}`]).toMatchObject({
      taken: null,
      after: [`start-timer:${name(3)}`],
    });
  });
});

describe('the moment of a mark', () => {
  const anHourBefore = contextAt(plusSeconds(DEADLINE, -3600));

  it('writes nothing before it has come', () => {
    expect(decide(paused(), 'mark', undefined, contextAt()).kind).toBe('nothing');
  });

  it('is written down once', () => {
    const told = after(paused(), 'mark', undefined, anHourBefore);
    expect(told.pause?.toldMark).toBe('within-1-hour');
    expect(decide(told, 'mark', undefined, anHourBefore).kind).toBe('nothing');
  });
});
