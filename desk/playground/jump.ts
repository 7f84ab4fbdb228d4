import { type StandIn } from '../stand-in/client';
import { DAY, SECOND } from '../time/units';

/** An advance answers when all that was due on the way is done: a day at a time, so that one sees it go on. */
const LONGEST_STEP = DAY;

/**
 * Advances the product's clock until it shows `target`, in whole seconds and not short of it.
 *
 * @param onStep what the clock shows after each step
 */
export async function jumpTo(
  target: Date,
  standIn: Pick<StandIn, 'now' | 'advance'>,
  onStep: (now: Date) => void,
): Promise<void> {
  let now = new Date(await standIn.now());
  while (now < target) {
    const step = Math.min(target.getTime() - now.getTime(), LONGEST_STEP);
    now = new Date(await standIn.advance(`PT${Math.ceil(step / SECOND)}S`));
    onStep(now);
  }
}
