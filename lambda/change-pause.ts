import { changePause } from './actions/change-pause';
import { CHANGE_PAUSE } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** PATCH /conversations/{conversationSid}/pause */
export const handler = commandHandler('change-pause', CHANGE_PAUSE, changePause);
