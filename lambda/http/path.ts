import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isSid } from '../domain/sids';

/** The conversation of the path; undefined when it can be none. */
export function conversationIn({ pathParameters }: APIGatewayProxyEventV2): string | undefined {
  const sid = pathParameters?.['conversationSid'];
  return isSid('CH', sid) ? sid : undefined;
}
