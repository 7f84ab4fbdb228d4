import { merge, type Source } from '../../lambda/adapters/merge';

/** A part in pieces; the moments of each, and how often it was read. */
function part(...pieces: string[][]): Source<{ at: string }> & { reads: number } {
  return {
    isOver: false,
    reads: 0,
    async next() {
      const items = (pieces[this.reads++] ?? []).map((at) => ({ at }));
      return { items, isLast: this.reads >= pieces.length };
    },
  };
}

const moments = async (limit: number, ...parts: Source<{ at: string }>[]) => {
  const { items, hasMore } = await merge(parts, limit);
  return [items.map(({ at }) => at).join(''), hasMore];
};

it.each([
  [9, 'abcdef', false],
  [6, 'abcdef', false],
  [5, 'abcde', true],
  [1, 'a', true],
])('%d of parts: %s', async (limit, expected, hasMore) => {
  expect(await moments(limit, part(['b', 'c'], ['f']), part(['a'], [], ['d', 'e']))).toEqual([
    expected,
    hasMore,
  ]);
});

it('of nothing is nothing', async () => {
  expect(await moments(5)).toEqual(['', false]);
  expect(await moments(5, part([]), part([]))).toEqual(['', false]);
});

it('does not read a part that is over', async () => {
  const over = { ...part(['a']), isOver: true };
  expect(await moments(5, over, part(['b']))).toEqual(['b', false]);
  expect(over.reads).toBe(0);
});

it('reads no further than it has to', async () => {
  const [early, late] = [part(['a', 'b'], ['c']), part(['x'], ['y'])];
  expect(await moments(2, early, late)).toEqual(['ab', true]);
  expect([early.reads, late.reads]).toEqual([1, 1]);
});
