import { deployedOnce } from '../doubles/deployed-once';
import { kills } from './kills';
import { Latencies, percentile } from './latencies';
import { mass } from './mass';
import { ProductProcess } from './product-process';
import { throughput } from './throughput';

const TIMEOUT_MS = 240_000;
const said: string[] = [];
const say = (line: string): void => void said.push(line);

beforeEach(() => void said.splice(0));

it(
  'callers at once break no promise, and what they did is counted',
  async () => {
    const product = await ProductProcess.start();
    try {
      expect(await throughput(product.api, { callers: [1, 4], seconds: 1 }, say)).toEqual([]);
    } finally {
      await product.close();
    }
    expect(said.filter((line) => line.includes('cycles a second'))).toHaveLength(2);
    expect(said.filter((line) => line.startsWith('  resume:'))).toHaveLength(2);
  },
  TIMEOUT_MS,
);

it(
  'deadlines that come at one minute, while Twilio answers 429, are all kept once, and a handover before them',
  async () => {
    expect(await mass({ pauses: 12, perSecond: 10, code: deployedOnce }, say)).toEqual([]);
    expect(said.join('\n')).toMatch(/^12 back in their queue/m);
  },
  TIMEOUT_MS,
);

it(
  'a kill in the middle of it loses nothing',
  async () => {
    expect(await kills({ times: 1, callers: 3, withinMs: 500, seed: 1 }, say)).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/^kill 1, after \d+ ms: all is there$/)]);
  },
  TIMEOUT_MS,
);

describe('a percentile', () => {
  it.each([
    [[], 0.5, 0],
    [[7], 0.99, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.99, 4],
  ])('of %j at %d is %d', (sorted, share, value) => {
    expect(percentile(sorted, share)).toBe(value);
  });

  it('is told for each kind, in the order of their first', async () => {
    const latencies = new Latencies();
    await latencies.of('pause', async () => undefined);
    latencies.add('resume', 12);
    expect(latencies.lines(2).map((line) => line.split(',')[0])).toEqual(['  pause: 1', '  resume: 1']);
  });
});
