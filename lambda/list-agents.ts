import * as v from 'valibot';
import { listAgents } from './actions/list-agents';
import { isSupervisor } from './domain/authority';
import { problem, problemOf } from './http/problem';
import { queryOf } from './http/query';
import { tagged } from './http/reply';
import { AGENTS_QUERY, problemsOf } from './http/schemas';
import { agentsViewOf } from './http/view';
import { apiHandler } from './runtime/api';
import { workers } from './runtime/workers';

/** GET /agents */
export const handler = apiHandler(async (event, caller, run) => {
  if (!isSupervisor(caller)) return problem('not-authorized');
  const query = v.safeParse(AGENTS_QUERY, queryOf(event));
  if (!query.success) return problem('invalid-request', { detail: problemsOf(query.issues) });
  const page = await listAgents(query.output.cursor, { twilio: workers(run) });
  return page.kind === 'refuse' ? problemOf(page) : tagged(event, agentsViewOf(page));
});
