import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../load/api';
import type { Row } from './row';
import { rowsOf, withMeasured } from './throughput';
import { PatientApi } from './throughput-patience';

const SLOW_MS = 100;
/** The longest that this may take where others work beside it. */
const TIMEOUT_MS = 240_000;

class SlowApi extends PatientApi {
  override async ask<T>(...request: Parameters<Api['ask']>): Promise<T> {
    await sleep(SLOW_MS);
    return super.ask<T>(...request);
  }
}

let rows: Row[];
let slow: Row[];

beforeAll(async () => {
  await withMeasured(async (measured) => {
    rows = await rowsOf(measured, { callers: [1, 2], seconds: 1 });
    slow = await rowsOf({ ...measured, api: new SlowApi(measured.api.url) }, { callers: [1], seconds: 1 });
  });
}, TIMEOUT_MS);

it('each level has its cycles, and its share of what the store alone would allow', () => {
  expect(rows.map(({ what }) => what)).toEqual([
    'pause-and-resume cycles, 1 caller',
    expect.stringMatching(/^of what the store .*\([\d,]+ a second, \d+\.\d a cycle\), 1 caller$/),
    'pause-and-resume cycles, 2 callers',
    expect.stringMatching(/^of what the store .*\([\d,]+ a second, \d+\.\d a cycle\), 2 callers$/),
  ]);
  for (const level of [rows.slice(0, 2), rows.slice(2)]) {
    const { cyclesASecond, pauseP50, share } = figuresOf(level);
    expect(cyclesASecond).toBeGreaterThan(0);
    expect(pauseP50).toBeGreaterThan(0);
    expect(share).toBeGreaterThan(0);
  }
});

it('a share is of the figures that stand beside it', () => {
  for (const level of [rows.slice(0, 2), rows.slice(2), slow]) {
    const [writesASecond, writesOfACycle] = level[1]!.what
      .match(/[\d,.]+(?= a second,| a cycle)/g)!
      .map((figure) => Number(figure.replace(',', ''))) as [number, number];
    const { cyclesASecond, share } = figuresOf(level);
    const rounded = 0.05 / cyclesASecond + 0.05 / writesOfACycle + 0.5 / writesASecond + 0.05;
    const times = (cyclesASecond * writesOfACycle) / writesASecond / share;
    expect(Math.abs(times - 1)).toBeLessThan(1.2 * rounded); // each figure is, and so their product
  }
});

it('a cycle writes what its actions write: at least nine times', () => {
  const [writes] = /[\d.]+(?= a cycle)/.exec(rows[1]!.what)!;
  expect(Number(writes)).toBeGreaterThanOrEqual(9);
  expect(Number(writes)).toBeLessThan(15);
});

it('a product that is made slower shows it', () => {
  const { cyclesASecond, pauseP50 } = figuresOf(slow);
  expect(pauseP50).toBeGreaterThanOrEqual(SLOW_MS);
  expect(cyclesASecond).toBeLessThan(1000 / (4 * SLOW_MS)); // pause, complete, resume, and a look
});

function figuresOf([cycles, share]: readonly Row[]) {
  const [cyclesASecond, pauseP50] = cycles!.figure.match(/[\d.]+(?= a second|, p99)/g)!.map(Number);
  return { cyclesASecond: cyclesASecond!, pauseP50: pauseP50!, share: Number(share!.figure) };
}
