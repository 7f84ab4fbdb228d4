import { changedDeadline, newDeadline, problemWithNote } from '../../lambda/domain/pause-request';
import { DAY, plusSeconds } from '../../lambda/domain/time';
import { AS_ALICE, AS_SUPERVISOR } from '../doubles/commands';
import { NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { paused } from '../doubles/records';

const FOUR_HOURS = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, timeLimit: 'PT4H' } };
const invalid = { kind: 'refuse', code: 'invalid-request' };

describe('length of a new pause', () => {
  it('is the limit of the settings when nothing is asked: 14 days by default', () => {
    expect(newDeadline({}, PAUSE_ON, AS_ALICE, NOW)).toEqual({
      deadline: plusSeconds(NOW, 14 * DAY),
      limitSeconds: 14 * DAY,
    });
  });

  it('counts timeLimit from now', () => {
    expect(newDeadline({ timeLimit: 'PT2H' }, PAUSE_ON, AS_ALICE, NOW)).toMatchObject({
      deadline: plusSeconds(NOW, 7200),
    });
  });

  it('takes until as it is', () => {
    const until = plusSeconds(NOW, 90);
    expect(newDeadline({ until }, PAUSE_ON, AS_ALICE, NOW)).toMatchObject({ deadline: until });
  });

  it('is at least one minute', () => {
    expect(newDeadline({ timeLimit: 'PT1M' }, PAUSE_ON, AS_ALICE, NOW)).toHaveProperty('deadline');
    expect(newDeadline({ timeLimit: 'PT59S' }, PAUSE_ON, AS_ALICE, NOW)).toMatchObject(invalid);
    expect(newDeadline({ until: plusSeconds(NOW, -1) }, PAUSE_ON, AS_ALICE, NOW)).toMatchObject(invalid);
  });

  it('of an agent is at most the limit of the settings', () => {
    expect(newDeadline({ timeLimit: 'PT4H' }, FOUR_HOURS, AS_ALICE, NOW)).toHaveProperty('deadline');
    expect(newDeadline({ timeLimit: 'PT4H1S' }, FOUR_HOURS, AS_ALICE, NOW)).toMatchObject(invalid);
  });

  it('of a supervisor is at most 90 days, and remembers the limit of the settings', () => {
    expect(newDeadline({ timeLimit: 'P90D' }, FOUR_HOURS, AS_SUPERVISOR, NOW)).toEqual({
      deadline: plusSeconds(NOW, 90 * DAY),
      limitSeconds: 4 * 3600,
    });
    expect(newDeadline({ timeLimit: 'P91D' }, FOUR_HOURS, AS_SUPERVISOR, NOW)).toMatchObject(invalid);
  });
});

describe('another deadline of a pause', () => {
  const pause = { ...paused().pause!, limitSeconds: 4 * 3600 };
  const hourLater = plusSeconds(NOW, 3600);

  it('counts timeLimit from pausedAt, not from now', () => {
    expect(changedDeadline({ timeLimit: 'PT3H' }, pause, AS_ALICE, hourLater)).toEqual({
      deadline: plusSeconds(NOW, 3 * 3600),
    });
  });

  it('of an agent keeps to the limit that held when the pause began', () => {
    expect(changedDeadline({ timeLimit: 'PT4H' }, pause, AS_ALICE, hourLater)).toHaveProperty('deadline');
    expect(changedDeadline({ timeLimit: 'PT4H1S' }, pause, AS_ALICE, hourLater)).toMatchObject(invalid);
  });

  it('of a supervisor is at most 90 days from pausedAt', () => {
    const until = plusSeconds(NOW, 90 * DAY);
    expect(changedDeadline({ until }, pause, AS_SUPERVISOR, hourLater)).toEqual({ deadline: until });
    const beyond = { until: plusSeconds(until, 1) };
    expect(changedDeadline(beyond, pause, AS_SUPERVISOR, hourLater)).toMatchObject(invalid);
  });

  it('is at least one minute ahead of now', () => {
    expect(changedDeadline({ timeLimit: 'PT1H' }, pause, AS_ALICE, hourLater)).toMatchObject(invalid);
    expect(changedDeadline({ timeLimit: 'PT1H1M' }, pause, AS_ALICE, hourLater)).toHaveProperty('deadline');
  });

  it('is none where none is asked', () => {
    expect(changedDeadline({}, pause, AS_ALICE, hourLater)).toEqual({});
  });
});

describe('who asks for what cannot be is told', () => {
  it('that a deadline is too soon', () => {
    expect(newDeadline({ timeLimit: 'PT59S' }, PAUSE_ON, AS_ALICE, NOW)).toEqual({
      ...invalid,
      detail: 'The deadline must be at least one minute ahead',
    });
  });

  it('that a deadline is too late, and which one is the latest', () => {
    expect(newDeadline({ timeLimit: 'PT5H' }, FOUR_HOURS, AS_ALICE, NOW)).toEqual({
      ...invalid,
      detail: `The deadline is beyond the time limit: ${plusSeconds(NOW, 4 * 3600)} at the latest`,
    });
  });

  it('that under hipaa no notes are kept', () => {
    const hipaa = { ...PAUSE_ON, hipaa: true };
    expect(problemWithNote('calls back', hipaa)).toBe('Notes are not kept under HIPAA');
    expect(problemWithNote(undefined, hipaa)).toBeUndefined();
    expect(problemWithNote('calls back', PAUSE_ON)).toBeUndefined();
  });
});
