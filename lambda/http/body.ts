import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Bytes of a body, at most. */
const MOST_BYTES = 16 * 1024;

/** The body as it was sent. API Gateway hands forms over in base64. */
export function textOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' };

/** An empty body counts as `{}`. */
export function jsonOf(event: APIGatewayProxyEventV2): JsonBody {
  const text = textOf(event);
  if (Buffer.byteLength(text) > MOST_BYTES) return { kind: 'too-large' };
  if (text.trim() === '') return { kind: 'json', value: {} };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'not-json' };
  }
}
