import { timingSafeEqual, createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody, TooLarge } from '../http-server';
import { badParameter, TwilioRefusal } from './errors';
import { type Platform } from './platform';
import { type ApiAnswer, type ApiRequest } from './requests';
import { findRoute } from './router';
import { newSid } from './sids';

/** Far more than any request here needs: attributes, the largest part, have limits of some kilobytes. */
const LARGEST_REQUEST_BYTES = 1024 * 1024;

/**
 * Answers one request of Twilio's REST API. What it changes is written before the answer is sent. A request whose
 * caller goes away in the middle of it changes nothing and gets no answer; that is no error here.
 */
export async function answerRequest(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await run(platform, request).catch(refusal);
  response.writeHead(answer.status, {
    ...(answer.body !== undefined && { 'Content-Type': 'application/json' }),
    'Twilio-Request-Id': newSid('RQ'),
    ...answer.headers,
  });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

async function run(platform: Platform, request: IncomingMessage): Promise<ApiAnswer> {
  const body = (await readBody(request, LARGEST_REQUEST_BYTES)).toString();
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

/** Basic authentication with account SID and auth token, or with the API key. @throws TwilioRefusal 401, code 20003 */
function checkCredentials({ options }: Platform, authorization: string | undefined): void {
  const { accountSid, authToken, apiKeySid, apiKeySecret } = options;
  const [scheme, encoded] = (authorization ?? '').split(' ');
  const sent = Buffer.from(encoded ?? '', 'base64').toString();
  const right = [`${accountSid}:${authToken}`];
  if (apiKeySid && apiKeySecret) right.push(`${apiKeySid}:${apiKeySecret}`);
  if (
    scheme?.toLowerCase() !== 'basic' ||
    !right.some((each) => timingSafeEqual(digest(sent), digest(each)))
  ) {
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

/** Twilio's error body: code, message, more_info, status. What is no refusal is a fault of the stand-in: 500. */
function refusal(error: unknown): ApiAnswer {
  const { status, code, message } = refusalOf(error);
  const headers = status === 401 ? { 'WWW-Authenticate': 'Basic realm="Twilio API"' } : undefined;
  return {
    status,
    body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    headers,
  };
}

function refusalOf(error: unknown): TwilioRefusal {
  if (error instanceof TwilioRefusal) return error;
  if (error instanceof TooLarge) return new TwilioRefusal(413, 20413, 'The request is too large');
  return new TwilioRefusal(500, 20500, 'Internal server error');
}
