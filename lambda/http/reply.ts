import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Reply = APIGatewayProxyStructuredResultV2;

/** @param headers added to those that every reply carries */
export function json(statusCode: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** The answer to a GET: with the tag of its body, and without the body for who has it already. */
export function tagged(event: APIGatewayProxyEventV2, body: unknown, tag = `"${hashOf(body)}"`): Reply {
  const asked = event.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return asked?.some((each) => each === tag || each === '*')
    ? { statusCode: 304, headers: { etag: tag } }
    : json(200, body, { etag: tag });
}

/** Every reply of ours tells which request it answers. */
export function withRequestId(reply: Reply, event: APIGatewayProxyEventV2): Reply {
  return { ...reply, headers: { ...reply.headers, 'x-request-id': event.requestContext.requestId } };
}

function hashOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27);
}
