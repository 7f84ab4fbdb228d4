import { type IncomingHttpHeaders } from 'node:http';
import { badParameter, preconditionFailed } from './errors';
import { type Platform } from './platform';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  /** What stood for the names in the route's pattern. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body's fields; empty when the body was not a form. */
  readonly form: URLSearchParams;
  /** The body's value when it was JSON. */
  readonly json: unknown;
  readonly headers: IncomingHttpHeaders;
  /** Scheme and host that the caller used, for the URLs in answers. */
  readonly base: string;
}

export interface ApiAnswer {
  readonly status: number;
  /** Left out for 204. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As in Twilio's OpenAPI: `/v1/Interactions/{Sid}`. */
  readonly pattern: string;
  readonly handle: (platform: Platform, request: ApiRequest) => ApiAnswer;
}

export function ok(body: unknown, headers?: Record<string, string>): ApiAnswer {
  return { status: 200, body, headers };
}

export function created(body: unknown): ApiAnswer {
  return { status: 201, body };
}

/** A SID from the path. */
export function param(request: ApiRequest, name: string): string {
  return request.params[name] ?? '';
}

/** A form field that must be there. */
export function required(request: ApiRequest, name: string): string {
  const value = request.form.get(name);
  if (!value) throw badParameter(`Missing required parameter ${name}`);
  return value;
}

/** The value if it is one of these. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw badParameter(`${name} must be one of ${allowed.join(', ')}`);
  return found;
}

export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badParameter(`${name} is not valid JSON`);
  }
}

/** JSON text of an object, as attributes have to be. */
export function jsonObject(name: string, text: string): string {
  if (!isRecord(parseJson(name, text))) throw badParameter(`${name} must be a JSON object`);
  return text;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the caller wants a webhook for what it writes. Source: Twilio docs, Conversations webhooks. */
export function wantsWebhook(request: ApiRequest): { webhook: boolean } {
  return { webhook: request.headers['x-twilio-webhook-enabled'] === 'true' };
}

export function etag(version: number): { ETag: string } {
  return { ETag: `"${version}"` };
}

/** @throws TwilioRefusal 412 when `If-Match` is sent and names another version */
export function checkIfMatch(request: ApiRequest, version: number): void {
  const expected = request.headers['if-match'];
  if (expected === undefined || expected === '*') return;
  if (expected.replaceAll('"', '') !== String(version)) throw preconditionFailed();
}
