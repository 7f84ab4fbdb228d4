/** An HTTP answer that is ready to be sent. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

interface Structured {
  readonly statusCode: unknown;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
}

export const INTERNAL_SERVER_ERROR = gatewayReply(500, 'Internal Server Error');

/** What API Gateway answers itself. */
export function gatewayReply(status: number, message: string): HttpReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

/**
 * The HTTP answer that an HTTP API makes of what a function returns, payload format 2.0: without a `statusCode` the whole
 * is a body in JSON, and one that breaks the format is a 500.
 */
export function replyOf(answer: unknown): HttpReply {
  if (!isStructured(answer)) {
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const status = Number(answer.statusCode);
  const text = answer.body ?? '';
  if (!Number.isInteger(status) || status < 200 || status > 599 || typeof text !== 'string') {
    return INTERNAL_SERVER_ERROR;
  }
  const body = answer.isBase64Encoded === true ? Buffer.from(text, 'base64') : text;
  return { status, headers: headersOf(answer, body.length > 0), body };
}

function isStructured(answer: unknown): answer is Structured {
  return typeof answer === 'object' && answer !== null && 'statusCode' in answer;
}

function headersOf({ headers = {}, cookies }: Structured, hasBody: boolean): HttpReply['headers'] {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    ...(hasBody && { 'content-type': 'text/plain;charset=UTF-8' }),
    ...Object.fromEntries(given),
    ...(cookies && { 'set-cookie': cookies }),
  };
}
