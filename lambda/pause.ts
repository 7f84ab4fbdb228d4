import { pause } from './actions/pause';
import { PAUSE } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/pause */
export const handler = commandHandler('pause', PAUSE, pause);
