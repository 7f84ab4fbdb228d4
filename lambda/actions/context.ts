import type { Context } from '../domain/pending';
import { instant } from '../domain/time';
import type { Deps } from './ports';

/** The moment and the run that a decision is made in. */
export function contextOf({ now, run, newId }: Pick<Deps, 'now' | 'run' | 'newId'>): Context {
  return { now: instant(now()), run, newId };
}
