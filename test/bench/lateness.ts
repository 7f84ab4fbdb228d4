import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationView } from '../../lambda/http/view';
import type { Api } from '../load/api';
import { beginAll, type Held } from '../load/caller';
import { percentile } from '../load/latencies';
import { ProductProcess } from '../load/product-process';
import { massDeadline } from '../simulator/mass';
import type { MassResult } from '../simulator/program/mass';
import type { Row } from './row';

const ALONE = 8;
/** The shortest pause is a minute. */
const UNTIL_THEN_MS = 63_000;
/** Between two deadlines, so that each is alone. */
const APART_MS = 1_000;
const LOOKS_EVERY_MS = 5;
const PER_SECOND = 50;
const AT_ONCE = 1_000;
/** Of the time in which Twilio could take them all. */
const MOST_TIMES = 1.2;

/** How late a conversation has its new task, where nothing else is due, against `npm start`. */
export async function lateness(): Promise<Row[]> {
  return [
    {
      what: `late at the deadline, alone (${ALONE} of them, on one machine)`,
      figure: secondsOf(await latenessAlone(), 3),
      aim: '1 s',
    },
  ];
}

/** How late they are where many come at once, in simulated time. @param pauses with one and the same deadline */
export async function mass(pauses = 10_000): Promise<Row[]> {
  const limited = { perSecond: PER_SECOND, mostAtOnce: AT_ONCE };
  const many = await massDeadline({ pauses, ...limited, timersAreDown: false });
  const swept = await massDeadline({ pauses: 1_000, ...limited, timersAreDown: true });
  const possible = pauses / PER_SECOND;
  return [
    {
      what: `late, ${pauses.toLocaleString('en')} at one moment, of which Twilio takes ${PER_SECOND} a second (simulated)`,
      figure: `${ofMany(many)}, ${(many.latenessMilliseconds.at(-1)! / 1000 / possible).toFixed(2)} × the ${possible} s that it takes at least`,
      aim: `${MOST_TIMES} ×`,
    },
    {
      what: 'late, 1,000 at one moment, with Step Functions down and only the sweep left (simulated)',
      figure: ofMany(swept),
      aim: '120 s',
    },
  ];
}

function ofMany({ latenessMilliseconds, wrong, violations }: MassResult): string {
  return `${secondsOf(latenessMilliseconds, 0)}; ${wrong.length} lost or twice, ${violations.length} promises broken`;
}

/** @param sorted in milliseconds, from the least */
function secondsOf(sorted: readonly number[], digits: number): string {
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => (percentile(sorted, share) / 1000).toFixed(digits));
  return `p50 ${p50}, p99 ${p99}, most ${most} s`;
}

/** Pauses of a minute against `npm start`, from the deadline until its new task is in the record; from the least. */
async function latenessAlone(): Promise<number[]> {
  const product = await ProductProcess.start();
  try {
    await product.api.set({ enabled: true }, {}, { wrapUp: false });
    const held = await beginAll(product.api, ALONE);
    const first = Math.ceil((Date.now() + UNTIL_THEN_MS) / 1000) * 1000;
    const late = held.map((each, index) => lateBy(product.api, each, first + index * APART_MS));
    return (await Promise.all(late)).sort((one, other) => one - other);
  } finally {
    await product.close();
  }
}

async function lateBy(api: Api, { path, token }: Held, deadline: number): Promise<number> {
  await api.post(`${path}/pause`, token, { until: new Date(deadline).toISOString() });
  await sleep(deadline - LOOKS_EVERY_MS - Date.now());
  for (;;) {
    const { pause, task } = await api.get<ConversationView>(path);
    if (pause === null && task !== null) return Date.now() - deadline;
    await sleep(LOOKS_EVERY_MS);
  }
}
