import { begun, type Handover, type HandoverAsked, handoverIdOf } from '../domain/handover';
import { instant } from '../domain/time';
import { MOST_ATTEMPTS } from './change';
import { ChangedMeanwhile } from './change-and-settle';
import type { HandoverDeps } from './ports';

/**
 * Writes a handover down: from then on it is carried out, whatever becomes of this run, which has it leased. One that
 * goes on already begins again, with what has been paused since; there is no second one beside it.
 *
 * @throws ChangedMeanwhile
 */
export async function beginHandover(
  asked: HandoverAsked,
  { handovers, now }: Pick<HandoverDeps, 'handovers' | 'now'>,
): Promise<Handover> {
  const handoverId = handoverIdOf(asked);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const before = await handovers.read(handoverId);
    const handover = begun(asked, before, instant(now()));
    if (await handovers.replace(before?.version ?? 0, handover)) return handover;
  }
  throw new ChangedMeanwhile(handoverId);
}
