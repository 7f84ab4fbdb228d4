import { complete } from './actions/complete';
import { NOTHING } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/complete */
export const handler = commandHandler('complete', NOTHING, complete);
