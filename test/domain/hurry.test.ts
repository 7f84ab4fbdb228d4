import { hurry } from '../../lambda/domain/pending';
import { decide } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { NOW } from '../doubles/constants';
import { contextAt, paused } from '../doubles/records';

const CLOSE = 'close-participant:WT1';
const closing = (change: object) => ({
  [CLOSE]: {
    kind: 'close-participant' as const,
    taskSid: 'WT1',
    reservationSid: null,
    participantSid: null,
    participantClosed: false,
    attempts: 4,
    taken: null,
    notBefore: plusSeconds(NOW, 3000),
    after: [],
    ...change,
  },
});

describe('what somebody waits for', () => {
  it('is tried at once when it was put off', () => {
    expect(hurry(closing({}), [CLOSE], contextAt(NOW, 'run-2'))).toMatchObject({
      [CLOSE]: { attempts: 5, taken: { by: 'run-2', at: NOW }, notBefore: null },
    });
  });

  it('is left to who is at it', () => {
    const pending = closing({ taken: { by: 'run-1', at: NOW }, notBefore: null });
    expect(hurry(pending, [CLOSE], contextAt(NOW, 'run-2'))).toEqual(pending);
  });

  it('is left alone while it waits for something else itself', () => {
    const pending = closing({ after: ['other'] });
    expect(hurry(pending, [CLOSE], contextAt(NOW, 'run-2'))).toEqual(pending);
  });

  it.each([
    ['resume', { atCapacity: false, whenAtCapacity: 'workflow' }],
    ['deadline', undefined],
    ['end', { keepsWrapUp: false }],
  ] as const)('by %s: the agent need not wait an hour', (happening, input) => {
    const record = { ...paused(), pending: closing({}) };
    const decision = decide(record, happening, input as never, contextAt(NOW, 'run-2'));
    expect(decision).toMatchObject({ next: { pending: { [CLOSE]: { taken: { by: 'run-2' } } } } });
  });
});
