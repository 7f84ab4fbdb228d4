import { percentile } from '../load/latencies';
import type { Row } from './row';
import { type Weight, weights } from './weight';

const MOST_KILOBYTES = 600;

/** Of all functions together; each by itself is in the table of `weightTable`. */
export async function weightRows(): Promise<Row[]> {
  const all = await weights();
  const largest = Math.max(...all.map(({ asDeployed }) => asDeployed.bytes)) / 1024;
  const loads = timesOf(all, ({ asDeployed, empty }) => asDeployed.milliseconds / empty.milliseconds);
  const whole = timesOf(
    all,
    ({ withTwilio, asDeployed }) => withTwilio.milliseconds / asDeployed.milliseconds,
  );
  return [
    {
      what: `largest of ${all.length} functions, minified`,
      figure: `${largest.toFixed(0)} KB`,
      aim: `${MOST_KILOBYTES} KB`,
    },
    {
      what: 'load time of a function, beside an empty one with the same AWS clients',
      figure: loads,
      aim: '1.25 ×',
    },
    { what: 'load time with the whole package `twilio`, beside the function', figure: whole, aim: '–' },
  ];
}

function timesOf(all: readonly Weight[], ratio: (weight: Weight) => number): string {
  const sorted = all.map(ratio).sort((one, other) => one - other);
  return `median ${percentile(sorted, 0.5).toFixed(2)} ×, least ${sorted[0]!.toFixed(2)} ×, most ${sorted.at(-1)!.toFixed(2)} ×`;
}
