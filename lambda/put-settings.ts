import { putSettings } from './actions/settings';
import { problem, problemOf } from './http/problem';
import { invalid, readBody } from './http/read-body';
import { json } from './http/reply';
import { SETTINGS } from './http/schemas';
import { apiHandler } from './runtime/api';
import { refuseUnlessReconciled } from './runtime/restored-table';
import { tellingDepsFor } from './runtime/telling-deps';

/** The version, quoted as the ETag or bare. */
const IF_MATCH = /^(?:(?:W\/)?"(\d+)"|(\d+))$/;

/** PUT /settings: the whole object, with the version that was seen in `If-Match`. */
export const handler = apiHandler(async (event, caller, run) => {
  if (caller.role !== 'admin') return problem('not-authorized');
  const [, quoted, bare] = IF_MATCH.exec(event.headers['if-match']?.trim() ?? '') ?? [];
  const seen = quoted ?? bare;
  if (seen === undefined) return invalid('If-Match must be the version of the settings that you have read');
  const wanted = readBody(event, SETTINGS);
  if ('refused' in wanted) return wanted.refused;
  await refuseUnlessReconciled();
  const result = await putSettings(wanted.body, Number(seen), caller, tellingDepsFor(run));
  if (result.kind === 'refuse') return problemOf(result);
  return json(200, result.settings, { etag: `"${result.settings.version}"` });
});
