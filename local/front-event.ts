import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Match } from './routes';
import { ACCOUNT } from './template';

/** Content types whose bodies reach a function as text; all others, forms too, come base64-encoded. */
const TEXT_TYPES = /^(text\/.*|application\/(json|xml|javascript))$/;
/** Headers that belong to the connection and are not passed on. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

/**
 * The event that an API Gateway HTTP API makes of a request, payload format 2.0.
 * Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".
 */
export function eventOf(
  request: IncomingMessage,
  body: Buffer,
  match: Match,
  now: Date,
): APIGatewayProxyEventV2 {
  const [rawPath, rawQueryString] = splitTarget(request);
  const headers = headersOf(request);
  const cookies = request.headers.cookie?.split(/;\s*/);
  const query = queryOf(rawQueryString);
  const parameters = match.pathParameters;
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers,
    ...(rawQueryString !== '' && { queryStringParameters: query }),
    requestContext: contextOf(request, rawPath, match.route.routeKey, now),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...bodyOf(body, request.headers['content-type']),
  };
}

/** Path and query string as they came. */
export function splitTarget(request: IncomingMessage): [path: string, query: string] {
  const target = request.url ?? '/';
  const end = target.indexOf('?');
  return end < 0 ? [target, ''] : [target.slice(0, end), target.slice(end + 1)];
}

/** Names in lower case, several values of one name joined by commas, cookies apart. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  };
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie' && !OF_THE_CONNECTION.includes(name)) headers[name] = values.join(',');
  }
  return headers;
}

function queryOf(rawQueryString: string): Record<string, string> {
  const query = new URLSearchParams(rawQueryString);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

function contextOf(
  request: IncomingMessage,
  path: string,
  routeKey: string,
  now: Date,
): APIGatewayProxyEventV2['requestContext'] {
  const domainName = (request.headers.host ?? '').replace(/:\d+$/, '');
  return {
    accountId: ACCOUNT,
    apiId: 'local',
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: {
      method: request.method ?? '',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: logTime(now),
    timeEpoch: now.getTime(),
  };
}

/** "02/Mar/2026:09:00:00 +0000" */
function logTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

function bodyOf(body: Buffer, contentType = ''): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT_TYPES.test(contentType.split(';')[0]!.trim().toLowerCase());
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}
