import { serviceInvite } from './actions/service-invite';
import { SERVICE_INVITE } from './http/schemas';
import { serviceCommandHandler } from './runtime/commands';

/** POST /service/conversations/{conversationSid}/invite */
export const handler = serviceCommandHandler('service-invite', SERVICE_INVITE, serviceInvite);
