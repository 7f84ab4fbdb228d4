import { handover } from './actions/handover';
import { isSupervisor } from './domain/authority';
import { problem, problemOf } from './http/problem';
import { readBody } from './http/read-body';
import { json } from './http/reply';
import { HANDOVER } from './http/schemas';
import { apiHandler } from './runtime/api';
import { depsFor } from './runtime/deps';
import { withHandovers } from './runtime/handovers';
import { refuseUnlessReconciled } from './runtime/restored-table';
import { budgetFromNow } from './runtime/run';
import { timer } from './runtime/timer';

/** How long the first page starts new work for: what is begun ends within the action's 20 s. */
const START_WITHIN_MILLISECONDS = 6_000;

/** POST /handover: 202 where the sweep goes on with it. */
export const handler = apiHandler(async (event, caller, run) => {
  if (!isSupervisor(caller)) return problem('not-authorized');
  const asked = readBody(event, HANDOVER);
  if ('refused' in asked) return asked.refused;
  await refuseUnlessReconciled();
  const starting = budgetFromNow(START_WITHIN_MILLISECONDS);
  const deps = withHandovers(depsFor(run, timer()));
  const result = await handover({ ...asked.body, caller }, deps, () => starting.left() > 0);
  if (result.kind === 'refuse') return problemOf(result);
  return json(result.isWhole ? 200 : 202, { accepted: result.accepted });
});
