import { median } from '../load/latencies';
import { PAUSES_OF_AGENT } from './growth-pauses';
import { type Taken } from './growth-product';
import { type Row } from './row';

const AIM = '1.3 ×';

/** What was measured again and again, at each size. */
export interface Measured {
  /** Open pauses, rising. */
  readonly sizes: readonly number[];
  /** The same number at each size. */
  readonly due: number;
  readonly sweeps: readonly (readonly Taken[])[];
  /** Bytes that a sweep holds. */
  readonly memory: readonly (readonly number[])[];
  readonly listsOfAgent: readonly (readonly Taken[])[];
  readonly listsOfAll: readonly (readonly Taken[])[];
}

/** The median at each size beside the others, and how many times the first the last is. */
export function growthRows({ sizes, due, sweeps, memory, listsOfAgent, listsOfAll }: Measured): Row[] {
  const among = `among ${sizes.map((size) => size.toLocaleString('en')).join(' / ')} open pauses`;
  return [
    ...takenRows(`sweep of ${due} due ${among}`, sweeps),
    {
      what: `sweep of ${due} due ${among}: memory held at most`,
      figure: besideEachOther(memory.map(median), 'MB', { digits: 2, each: 1_000_000 }),
      aim: AIM,
    },
    ...takenRows(`list of an agent’s ${PAUSES_OF_AGENT} ${among}`, listsOfAgent),
    ...takenRows(`first page of the list of all ${among}`, listsOfAll),
  ];
}

function takenRows(what: string, all: readonly (readonly Taken[])[]): Row[] {
  const figure = (of: (taken: Taken) => number, unit: string, digits: number) =>
    besideEachOther(
      all.map((taken) => median(taken.map(of))),
      unit,
      { digits },
    );
  const requests = figure(({ reads }) => reads.requests, 'requests', 0);
  const units = figure(({ reads }) => reads.units, 'read units', 1);
  return [
    { what, figure: figure(({ milliseconds }) => milliseconds, 'ms', 0), aim: AIM },
    { what: `${what}: reads`, figure: `${requests}; ${units}`, aim: AIM },
  ];
}

/** "210 / 215 / 231 ms, 1.10 ×" */
function besideEachOther(
  figures: readonly number[],
  unit: string,
  { digits, each = 1 }: { digits: number; each?: number },
): string {
  const shown = figures.map((figure) => (figure / each).toFixed(digits)).join(' / ');
  return `${shown} ${unit}, ${(figures.at(-1)! / figures[0]!).toFixed(2)} ×`;
}
