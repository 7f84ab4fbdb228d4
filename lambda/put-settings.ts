import * as v from 'valibot';
import { putSettings } from './actions/settings';
import { jsonOf } from './http/body';
import { problem, problemOf } from './http/problem';
import { json } from './http/reply';
import { problemsOf, SETTINGS } from './http/schemas';
import { apiHandler } from './runtime/api';
import { depsFor } from './runtime/deps';
import { noTimer } from './runtime/no-timer';

/** The version, quoted as the ETag or bare. */
const IF_MATCH = /^(?:(?:W\/)?"(\d+)"|(\d+))$/;

/** PUT /settings: the whole object, with the version that was seen in `If-Match`. */
export const handler = apiHandler(async (event, caller, budget) => {
  if (caller.role !== 'admin') return problem('not-authorized');
  const [, quoted, bare] = IF_MATCH.exec(event.headers['if-match']?.trim() ?? '') ?? [];
  const seen = quoted ?? bare;
  if (seen === undefined) return invalid('If-Match must be the version of the settings that you have read');
  const read = jsonOf(event);
  if (read.kind === 'too-large') return problem('too-large');
  if (read.kind === 'not-json') return invalid('The body is not JSON');
  const wanted = v.safeParse(SETTINGS, read.value);
  if (!wanted.success) return invalid(problemsOf(wanted.issues));
  const deps = depsFor(event.requestContext.requestId, budget, noTimer);
  const result = await putSettings(wanted.output, Number(seen), caller, deps);
  if (result.kind === 'refuse') return problemOf(result);
  return json(200, result.settings, { etag: `"${result.settings.version}"` });
});

function invalid(detail: string) {
  return problem('invalid-request', { detail });
}
