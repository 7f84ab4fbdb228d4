import { resume } from './actions/resume';
import { EMPTY } from './http/schemas';
import { commandHandler } from './runtime/commands';

/** POST /conversations/{conversationSid}/resume */
export const handler = commandHandler('resume', EMPTY, resume);
