import { TOO_MANY_CALLS } from '../../actions/ports';
import type { Budget } from '../budget';

/** A 429 was never carried out, so any request may be tried again. Source: Twilio, error 20429. */
const MOST_TRIES = 4;
const FIRST_BACK_OFF_MILLISECONDS = 200;
/** Who is asked to wait longer leaves it to the sweep. */
const MOST_BACK_OFF_MILLISECONDS = 5_000;

export interface ThrottledOptions {
  readonly budget: Budget;
  /** @default 4 */
  readonly mostTries?: number;
  /** @default of real time */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** 0 up to 1. @default Math.random */
  readonly random?: () => number;
}

export interface Throttleable {
  readonly statusCode: number;
  readonly headers: Pick<Headers, 'get'>;
}

/** Makes a try, and others while Twilio answers that there are too many requests. @returns the last one's answer */
export async function againWhileThrottled<T extends Throttleable>(
  makeTry: () => Promise<T>,
  { budget, mostTries = MOST_TRIES, sleep = realSleep, random = Math.random }: ThrottledOptions,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const answer = await makeTry();
    if (answer.statusCode !== TOO_MANY_CALLS || tries >= mostTries) return answer;
    const pause = retryAfter(answer) ?? random() * FIRST_BACK_OFF_MILLISECONDS * 2 ** tries;
    if (pause > MOST_BACK_OFF_MILLISECONDS || pause >= budget.left()) return answer;
    await sleep(pause);
  }
}

/** Milliseconds that Twilio asks to wait, where it does. */
function retryAfter({ headers }: Throttleable): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function realSleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
