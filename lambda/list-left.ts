import { LEFT_QUERY } from './http/schemas';
import { listHandler } from './runtime/lists';

/** GET /left */
export const handler = listHandler('leave', LEFT_QUERY);
