import { end } from './actions/end';
import { NOTHING } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/end */
export const handler = commandHandler('end', NOTHING, end);
