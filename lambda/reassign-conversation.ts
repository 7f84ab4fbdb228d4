import { reassign } from './actions/reassign';
import { REASSIGN } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/reassign */
export const handler = commandHandler('reassign', REASSIGN, reassign);
