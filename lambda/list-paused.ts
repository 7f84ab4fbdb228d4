import { PAUSED_QUERY } from './http/schemas';
import { listHandler } from './runtime/lists';

/** GET /paused */
export const handler = listHandler('pause', PAUSED_QUERY);
