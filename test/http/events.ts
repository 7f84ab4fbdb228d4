import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface EventParts {
  /** "POST /webhooks/taskrouter" */
  readonly routeKey?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

export const REQUEST_ID = 'request-1';

/** An event as an API Gateway HTTP API makes it, payload format 2.0. */
export function apiEvent({
  routeKey = 'GET /health',
  query = '',
  headers = {},
  pathParameters,
  body,
  isBase64Encoded = false,
}: EventParts = {}): APIGatewayProxyEventV2 {
  const [method = '', path = ''] = routeKey.split(' ');
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers,
    ...(pathParameters === undefined ? {} : { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: REQUEST_ID,
      routeKey,
      stage: '$default',
      time: '02/Mar/2026:09:00:00 +0000',
      timeEpoch: 1772442000000,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded,
  };
}

/** A form as API Gateway hands it over: in base64. */
export function formEvent(
  fields: string | [string, string][],
  parts: EventParts = {},
): APIGatewayProxyEventV2 {
  const text = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return apiEvent({ ...parts, body: Buffer.from(text).toString('base64'), isBase64Encoded: true });
}
