import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type Cors, corsHeaders, isPreflight } from './cors';
import { eventOf, splitTarget } from './front-event';
import { gatewayReply, type HttpReply, INTERNAL_SERVER_ERROR, replyOf } from './front-reply';
import { readBody, TooLarge } from './http-server';
import { findRoute, type Route } from './routes';
import { signed } from './signed-event';

/** Source: API Gateway quotas for HTTP APIs: payload size, request line and headers. */
const LARGEST_BODY_BYTES = 10 * 1024 * 1024;
const LARGEST_HEADERS_BYTES = 10_240;

/** @param path as requested, without its query */
export type OnAnswer = (method: string, path: string, answer: HttpReply) => void;

export interface FrontOptions {
  readonly routes: readonly Route[];
  readonly cors?: Cors | undefined;
  readonly now: () => Date;
  /** There is no IAM here: each request counts as signed, or nobody is let in to the routes that ask for that. */
  readonly isSigned?: boolean;
  /** Calls the function with this logical id. */
  readonly invoke: (functionId: string, event: unknown) => Promise<unknown>;
  /** Hears each answer of a function before it goes out. */
  readonly onAnswer?: OnAnswer | undefined;
}

/** API Gateway's HTTP API: requests become events of payload format 2.0, and what a function returns the answer. */
export function front(options: FrontOptions): RequestListener {
  return (request, response) => {
    const reply = async () => {
      const own = refusal(options, request) ?? preflight(options.cors, request);
      return own ?? answer(options, request);
    };
    void reply()
      .catch((error: unknown) => errorReply(error))
      .then((each) => send(response, each, corsHeaders(options.cors, request)));
  };
}

/** Sends the answer, with headers that the gateway adds. */
export function send(response: ServerResponse, reply: HttpReply, added: Record<string, string> = {}): void {
  const length = reply.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(reply.body)) };
  response.writeHead(reply.status, { ...reply.headers, ...length, ...added } as Record<
    string,
    string | string[]
  >);
  response.end(reply.body);
}

async function answer(options: FrontOptions, request: IncomingMessage): Promise<HttpReply> {
  const { isSigned = false, now, onAnswer } = options;
  const { method = '' } = request;
  const [path] = splitTarget(request);
  const match = findRoute(options.routes, method, path);
  if (!match) return gatewayReply(404, 'Not Found');
  const body = await readBody(request, LARGEST_BODY_BYTES);
  const event = eventOf(request, body, match, now());
  const reply = await options
    .invoke(match.route.functionId, isSigned ? signed(event) : event)
    .then(replyOf, () => INTERNAL_SERVER_ERROR);
  onAnswer?.(method, path, reply);
  return reply;
}

function refusal({ isSigned = false }: FrontOptions, request: IncomingMessage): HttpReply | undefined {
  if (sizeOfHead(request) > LARGEST_HEADERS_BYTES)
    return gatewayReply(431, 'Request Header Fields Too Large');
  if (!isSigned && splitTarget(request)[0].startsWith('/service/')) return gatewayReply(403, 'Forbidden');
  return undefined;
}

function preflight(cors: Cors | undefined, request: IncomingMessage): HttpReply | undefined {
  return cors && isPreflight(request) ? { status: 204, headers: {}, body: '' } : undefined;
}

function sizeOfHead(request: IncomingMessage): number {
  const line = `${request.method} ${request.url}`;
  return Buffer.byteLength(line) + request.rawHeaders.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
}

function errorReply(error: unknown): HttpReply {
  return error instanceof TooLarge ? gatewayReply(413, 'Request Entity Too Large') : INTERNAL_SERVER_ERROR;
}
