import { end } from './actions/end';
import { EMPTY } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/end */
export const handler = commandHandler('end', EMPTY, end);
