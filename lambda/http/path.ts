import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const CONVERSATION = /^CH[0-9a-fA-F]{32}$/;

/** The conversation of the path; undefined when it can be none. */
export function conversationIn({ pathParameters }: APIGatewayProxyEventV2): string | undefined {
  const sid = pathParameters?.['conversationSid'];
  return sid !== undefined && CONVERSATION.test(sid) ? sid : undefined;
}
