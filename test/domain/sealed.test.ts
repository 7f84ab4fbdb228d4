import { decide, sealed } from '../../lambda/domain/decide';
import { plusSeconds } from '../../lambda/domain/time';
import type { Conversation } from '../../lambda/domain/record';
import { NOW } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { active, contextAt, DEADLINE, invited, left, paused, pausing } from '../doubles/records';

const at = plusSeconds(NOW, 5);
const seal = (record: Conversation) => sealed(record, record, PAUSE_ON, contextAt(at, 'run-7'));

describe('the record as it is written', () => {
  it('is one version on, and names its run and moment', () => {
    const before = active();
    expect(seal(before)).toMatchObject({ version: before.version + 1, writtenBy: 'run-7', updatedAt: at });
  });

  it('wakes when the first lease ends', () => {
    expect(seal(pausing()).wakeAt).toBe(plusSeconds(NOW, 60));
    expect(seal(invited()).wakeAt).toBe(plusSeconds(NOW, 120));
  });

  it('wakes at the next mark that is to be told, when nothing is owed', () => {
    expect(seal(paused()).wakeAt).toBe(plusSeconds(DEADLINE, -3600));
    const days = { ...paused().pause!, deadline: plusSeconds(NOW, 3 * 86_400) };
    expect(seal({ ...paused(), pause: days }).wakeAt).toBe(plusSeconds(NOW, 2 * 86_400));
  });

  it('wakes a minute after its deadline, when all marks were told', () => {
    const pause = { ...paused().pause!, toldMark: 'within-1-hour' as const };
    expect(seal({ ...paused(), pause }).wakeAt).toBe(plusSeconds(DEADLINE, 60));
  });

  it('wakes for no mark that was there before the pause began', () => {
    const pause = { ...paused().pause!, deadline: plusSeconds(NOW, 3600) };
    expect(seal({ ...paused(), pause }).wakeAt).toBe(plusSeconds(NOW, 3600 + 60));
  });

  it('wakes for no expiry any more while a last reply is looked for', () => {
    const late = contextAt(plusSeconds(left().leave!.expiresAt, 5));
    const looked = decide(left(), 'expiry', undefined, late) as { next: Conversation };
    expect(sealed(left(), looked.next, PAUSE_ON, late).wakeAt).toBe(plusSeconds(late.now, 60));
  });

  it('wakes for no mark any more once the deadline has come', () => {
    const late = plusSeconds(DEADLINE, 5);
    expect(sealed(paused(), paused(), PAUSE_ON, contextAt(late)).wakeAt).not.toBe(
      plusSeconds(DEADLINE, -3600),
    );
  });

  it('wakes for no mark in the very second of its deadline', () => {
    expect(sealed(paused(), paused(), PAUSE_ON, contextAt(DEADLINE)).wakeAt).toBe(plusSeconds(DEADLINE, 60));
  });

  it('does not wake when nothing is owed and nothing is paused', () => {
    expect(seal(active()).wakeAt).toBeNull();
  });
});
