import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { badParameter, TwilioRefusal } from './errors';
import { type Platform } from './platform';
import { type ApiAnswer, type ApiRequest } from './requests';
import { findRoute } from './router';
import { newSid } from './sids';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers one request of Twilio's REST API. What it changes is written before the answer is sent. */
export async function answerRequest(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const answer = await run(platform, request, body).catch(refusal);
  response.writeHead(answer.status, {
    ...(answer.body !== undefined && { 'Content-Type': 'application/json' }),
    'Twilio-Request-Id': newSid('RQ'),
    ...answer.headers,
  });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

/** A server on 127.0.0.1; `port` 0 takes a free one. */
export async function startServer(
  handle: Handler,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy()); // the caller has gone
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function run(platform: Platform, request: IncomingMessage, body: string): Promise<ApiAnswer> {
  checkCredentials(platform, request.headers.authorization);
  const base = `http://${request.headers.host ?? '127.0.0.1'}`;
  const url = new URL(request.url ?? '/', base);
  const { route, params } = findRoute(request.method ?? 'GET', url.pathname);
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const call: ApiRequest = {
    method: route.method,
    path: url.pathname,
    params,
    query: url.searchParams,
    form: new URLSearchParams(isJson ? '' : body),
    json: isJson ? parseBody(body) : undefined,
    headers: request.headers,
    base,
  };
  const answer = () => route.handle(platform, call);
  return route.method === 'GET' ? platform.read(answer) : platform.change(answer);
}

/** Basic authentication with account SID and auth token. @throws TwilioRefusal 401, code 20003 */
function checkCredentials({ options }: Platform, authorization: string | undefined): void {
  const [scheme, encoded] = (authorization ?? '').split(' ');
  const sent = Buffer.from(encoded ?? '', 'base64').toString();
  const right = `${options.accountSid}:${options.authToken}`;
  if (scheme?.toLowerCase() !== 'basic' || !timingSafeEqual(digest(sent), digest(right))) {
    throw new TwilioRefusal(401, 20003, 'Authenticate');
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw badParameter('The body is not valid JSON');
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Twilio's error body (T§9). What is no refusal is a fault of the stand-in: 500. */
function refusal(error: unknown): ApiAnswer {
  const known =
    error instanceof TwilioRefusal ? error : new TwilioRefusal(500, 20500, 'Internal server error');
  const { status, code, message } = known;
  const headers = status === 401 ? { 'WWW-Authenticate': 'Basic realm="Twilio API"' } : undefined;
  return {
    status,
    body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    headers,
  };
}
