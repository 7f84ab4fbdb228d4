import type { Cause } from '../domain/cause';
import type { Context } from '../domain/pending';
import { instant } from '../domain/time';
import type { Deps } from './ports';

/** The moment and the run that a decision is made in, and its cause. */
export function contextOf({ now, run, newId }: Pick<Deps, 'now' | 'run' | 'newId'>, by: Cause): Context {
  return { now: instant(now()), by, run, newId };
}

/**
 * A sweep works on many records. Each has a run of its own: what one piece of work took and could not strike off is
 * not taken for its own by the next, which would carry it out again without looking.
 */
export function ownRun<D extends Deps>(deps: D): D {
  return { ...deps, run: deps.newId() };
}
