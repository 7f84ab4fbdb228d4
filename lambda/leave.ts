import { leave } from './actions/leave';
import { LEAVE } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/leave */
export const handler = commandHandler('leave', LEAVE, leave);
