import { Connection } from '../desk/live/connection';
import { browser } from '../desk/live/browser';
import { type Live } from '../desk/live/live';
import { Pulse } from '../desk/live/pulse';
import { type Workplace } from '../desk/conversations/workplace';
import { Clock } from '../desk/time/clock';
import { placeOf } from '../desk/time/words';
import { type Api } from '../desk/api/client';
import { type Manager } from './flex-ui';
import { userOf } from './session';

/** What all parts of the plugin share, wherever Flex shows them. */
export interface PluginWorkplace {
  readonly live: Live;
  readonly workplace: Workplace;
}

export function pluginWorkplaceOf(manager: Manager, api: Api): PluginWorkplace {
  return {
    live: { clock: new Clock(), connection: new Connection(), pulse: new Pulse(), surroundings: browser },
    workplace: { api, user: userOf(manager), place: placeOf(navigator.language), nameOf: () => null },
  };
}
