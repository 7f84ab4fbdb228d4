import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Hunt, findBugs } from './bug-hunt';
import { BUGS } from './bugs';

const COMMON = BUGS.filter(({ isRare }) => !isRare);
const MOST_SEEDS = 12;
/** The longest that this may take where others work beside it. */
const TIME_LIMIT = 300_000;

it.each(BUGS)('the code still has what is replaced: $name', ({ file, code }) => {
  expect(readFileSync(join(__dirname, '../..', file), 'utf8').split(code)).toHaveLength(2);
});

describe('a bug that is planted', () => {
  let hunts: Hunt[];

  beforeAll(async () => {
    hunts = await findBugs(COMMON, MOST_SEEDS);
  }, TIME_LIMIT);

  it.each(COMMON)('is found: $name', ({ name }) => {
    expect(hunts.find(({ bug }) => bug === name)?.promise).toBeDefined();
  });
});
