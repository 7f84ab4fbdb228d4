import type { Reply } from '../../../../lambda/http/reply';
import { validateResponse } from '../../../contract/openapi';
import type { Check } from '../checks';
import type { RouteName } from '../functions';

const CONVERSATION = '/conversations/CH00000000000000000000000000000001';

/** Where each function is in docs/openapi.yaml. */
const OPERATIONS: Readonly<Record<RouteName, readonly [method: string, path: string]>> = {
  pause: ['POST', `${CONVERSATION}/pause`],
  leave: ['POST', `${CONVERSATION}/leave`],
  resume: ['POST', `${CONVERSATION}/resume`],
  'reassign-conversation': ['POST', `${CONVERSATION}/reassign`],
  complete: ['POST', `${CONVERSATION}/complete`],
  end: ['POST', `${CONVERSATION}/end`],
  'change-pause': ['PATCH', `${CONVERSATION}/pause`],
  'service-invite': ['POST', `/service${CONVERSATION}/invite`],
  'get-conversation': ['GET', CONVERSATION],
  handover: ['POST', '/handover'],
  'put-settings': ['PUT', '/settings'],
  'taskrouter-webhook': ['POST', '/webhooks/taskrouter'],
  'conversations-webhook': ['POST', '/webhooks/conversations'],
};

/** Whether what is answered is what the API's description says. */
export class Descriptions {
  constructor(private readonly check: Check) {}

  answered(name: RouteName, { statusCode = 200, headers, body }: Reply): void {
    const [method, path] = OPERATIONS[name];
    const type = headers?.['content-type']?.toString();
    const parsed = body === undefined || body === '' ? undefined : (JSON.parse(body) as unknown);
    const wrong = validateResponse(method, path, statusCode, type, parsed);
    this.check('every answer is as the API’s description has it', wrong.length === 0, () =>
      JSON.stringify({ name, statusCode, wrong }),
    );
  }
}
