import { complete } from './actions/complete';
import { EMPTY } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/complete */
export const handler = commandHandler('complete', EMPTY, complete);
