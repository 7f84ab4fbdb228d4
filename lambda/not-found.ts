import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { problem } from './http/problem';
import { withRequestId } from './http/reply';

/** Every path that is no route. */
export async function handler(event: APIGatewayProxyEventV2) {
  return withRequestId(problem('not-found'), event);
}
