import type { Deps, HandoverDeps } from '../actions/ports';
import { handovers } from './table-handovers';
import { lists } from './table-lists';

/** What a handover works with, of a run's own. */
export function withHandovers(deps: Deps): HandoverDeps {
  return { ...deps, lists: lists(), handovers: handovers() };
}
