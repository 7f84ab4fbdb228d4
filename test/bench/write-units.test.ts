import { bytesOf, readUnits, writeUnits } from './write-units';

const WAKE = {
  IndexName: 'wake',
  KeySchema: [
    { AttributeName: 'shard', KeyType: 'HASH' as const },
    { AttributeName: 'wakeAt', KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: ['name'] },
};
const KEY = { pk: { S: 'CH1' }, sk: { S: 'record' } };
const item = (wakeAt?: string, name = 'Alice') => ({
  ...KEY,
  shard: { S: '0' },
  name: { S: name },
  ...(wakeAt && { wakeAt: { S: wakeAt } }),
});
const big = (bytes: number) => ({ ...KEY, text: { S: 'x'.repeat(bytes) } });

describe('an item', () => {
  it('has the bytes of its names and values', () => {
    expect(bytesOf({ name: { S: 'Zoë' } })).toBe(4 + 4);
    expect(bytesOf({ n: { N: '1772442000' }, b: { BOOL: true }, z: { NULL: true } })).toBe(1 + 6 + 2 + 2);
    expect(bytesOf({ m: { M: { a: { S: 'b' } } }, l: { L: [{ S: 'b' }] } })).toBe(1 + 3 + 1 + 2 + 1 + 3 + 2);
  });
});

describe('a put', () => {
  it.each([
    ['that is small', undefined, big(100), 1],
    ['of more than two kilobytes', undefined, big(2_100), 3],
    ['that makes an item smaller', big(2_100), big(100), 3],
  ])('%s takes the units of the larger item', (_, before, after, expected) => {
    expect(writeUnits([], before, after)).toBe(expected);
  });

  it.each([
    ['is not in', item(), item(), 1],
    ['does not notice', item('1'), item('1'), 1],
    ['gets an entry of', item(), item('1'), 2],
    ['loses an entry of', item('1'), item(), 2],
    ['has other words in', item('1'), item('1', 'Bob'), 2],
    ['has moved in', item('1'), item('2'), 3],
  ])('takes the units of an index that it %s', (_, before, after, expected) => {
    expect(writeUnits([WAKE], before, after)).toBe(expected);
  });
});

describe('a read', () => {
  it.each([
    ['of nothing', undefined, 1],
    ['of four kilobytes', big(4_000), 1],
    ['of more', big(4_200), 2],
  ])('%s takes its units', (_, read, expected) => {
    expect(readUnits(read)).toBe(expected);
  });
});
