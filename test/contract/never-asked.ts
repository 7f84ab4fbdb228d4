import type { TwilioRequest } from './twilio-request';

/** Lists by expression, of which TaskRouter allows three a second. */
const EXPRESSIONS = ['EvaluateTaskAttributes', 'EvaluateWorkerAttributes', 'TargetWorkersExpression'];

/**
 * What Twilio would take, and the product must never ask for: to end a task by itself, to put a channel to Flex's own
 * `inactive`, and lists by expression. Empty for all other requests.
 */
export function neverAsked({ method, url, body }: TwilioRequest): string[] {
  const [path = '', query = ''] = url.split('?');
  const form = new URLSearchParams(body);
  const asked = new URLSearchParams(query);
  const isTask = /\/Tasks\/[^/]+$/.test(path);
  return [
    ...(isTask && method === 'DELETE' ? ['a task is deleted'] : []),
    ...(isTask && form.has('AssignmentStatus') ? ['the status of a task is set'] : []),
    ...(/\/Channels\/[^/]+$/.test(path) && form.get('Status') === 'inactive' ? ['a channel is left'] : []),
    ...(EXPRESSIONS.some((name) => asked.has(name)) ? ['a list by expression'] : []),
  ].map((violation) => `never: ${violation}`);
}
