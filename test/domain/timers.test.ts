import { timerName } from '../../lambda/domain/timers';
import { plusSeconds } from '../../lambda/domain/time';
import { NOW, sid } from '../doubles/constants';
import { after, contextAt, CONVERSATION, DEADLINE, inputs, paused, pausing } from '../doubles/records';

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('names of timers', () => {
  it.each([1, 99, 9_999_999])('number %d is within 80 characters, and never cut', (timers) => {
    const name = timerName(sid('CH', 1), { pauseId: UUID, timers });
    expect(name).toBe(`${sid('CH', 1)}-${UUID}-${timers}`);
    expect(name.length).toBeLessThanOrEqual(80);
  });

  it('count with each new deadline of the same pause', () => {
    let record = paused();
    for (const number of [2, 3, 4]) {
      const deadline = plusSeconds(DEADLINE, number * 60);
      record = after(record, 'change-pause', { deadline });
      expect(Object.keys(record.pending)).toContain(
        `start-timer:${CONVERSATION}-${record.pause!.pauseId}-${number}`,
      );
    }
  });

  it('begin again at 1 with the next pause, which has its own id', () => {
    const first = after(paused(), 'change-pause', { deadline: plusSeconds(DEADLINE, 60) });
    const again = after(after(first, 'accept', inputs().accept), 'pause', inputs().pause);
    expect(again.pause?.timers).toBe(1);
    expect(again.pause?.pauseId).not.toBe(first.pause?.pauseId);
  });
});

describe('a stop', () => {
  it('of a timer that runs is made once', () => {
    const next = after(paused(), 'resume', inputs().resume);
    expect(Object.values(next.pending)).toContainEqual(
      expect.objectContaining({ kind: 'stop-timer', until: null }),
    );
  });

  it.each(['resume', 'end', 'found-closed'] as const)(
    'of a timer whose start is still under way is made again 60 s after: %s',
    (happening) => {
      const next = after(pausing(), happening, inputs()[happening], contextAt(NOW, 'run-2'));
      expect(Object.values(next.pending)).toContainEqual(
        expect.objectContaining({ kind: 'stop-timer', until: plusSeconds(NOW, 60) }),
      );
      expect(Object.values(next.pending).map(({ kind }) => kind)).not.toContain('start-timer');
    },
  );

  it('of the timer before, which waited for a start that is moot by then, is made at once', () => {
    const changed = after(paused(), 'change-pause', { deadline: plusSeconds(DEADLINE, 60) });
    const next = after(changed, 'resume', inputs().resume, contextAt(NOW, 'run-2'));
    expect(
      next.pending[`stop-timer:${timerName(CONVERSATION, { ...changed.pause!, timers: 1 })}`],
    ).toMatchObject({ after: [], taken: { by: 'run-2', at: NOW } });
  });
});
