import { randomUUID } from 'node:crypto';
import type { Deps } from '../actions/ports';
import { clock } from './clock';
import { events } from './events';
import { history } from './history';
import type { Run } from './run';
import { store } from './store';

/** What keeps and tells, for one run: all that an action needs that asks nobody outside of AWS. */
export function tellingDepsFor({
  log,
}: Run): Pick<Deps, 'store' | 'history' | 'events' | 'log' | 'now' | 'newId'> {
  return {
    store: store(),
    history: history(),
    events: events(),
    log,
    now: () => clock.now(),
    newId: randomUUID,
  };
}
