import { summarizePaused } from './actions/summarize-paused';
import { isSupervisor } from './domain/authority';
import { problem } from './http/problem';
import { tagged } from './http/reply';
import { apiHandler } from './runtime/api';
import { clock } from './runtime/clock';
import { lists } from './runtime/table-lists';

/** GET /paused/summary */
export const handler = apiHandler(async (event, caller) => {
  if (!isSupervisor(caller)) return problem('not-authorized');
  return tagged(event, await summarizePaused({ lists: lists(), now: () => clock.now() }));
});
