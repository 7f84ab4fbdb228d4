import { tagged } from './http/reply';
import { apiHandler } from './runtime/api';
import { store } from './runtime/store';

/** GET /settings; the tag is the version that a change must have seen. */
export const handler = apiHandler(async (event) => {
  const { settings } = await store().readSettings();
  return tagged(event, settings, `"${settings.version}"`);
});
