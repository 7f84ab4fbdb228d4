import { resume } from './actions/resume';
import { NOTHING } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/resume */
export const handler = commandHandler('resume', NOTHING, resume);
