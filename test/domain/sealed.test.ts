import { sealed } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import { NOW } from '../doubles/constants';
import { active, contextAt, DEADLINE, invited, paused, pausing } from '../doubles/records';

const at = plusSeconds(NOW, 5);
const seal = (record: ReturnType<typeof active>) => sealed(record, contextAt(at, 'run-7'));

describe('the record as it is written', () => {
  it('is one version on, and names its run and moment', () => {
    const before = active();
    expect(seal(before)).toMatchObject({ version: before.version + 1, writtenBy: 'run-7', updatedAt: at });
  });

  it('wakes when the first lease ends', () => {
    expect(seal(pausing()).wakeAt).toBe(plusSeconds(NOW, 60));
    expect(seal(invited()).wakeAt).toBe(plusSeconds(NOW, 120));
  });

  it('wakes a minute after its deadline, when nothing is owed', () => {
    expect(seal(paused()).wakeAt).toBe(plusSeconds(DEADLINE, 60));
  });

  it('does not wake when nothing is owed and nothing is paused', () => {
    expect(seal(active()).wakeAt).toBeNull();
  });
});
