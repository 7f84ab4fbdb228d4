import { TwilioError } from '../../actions/ports';
import { refuseErrorInside } from './errors';
import { againWhileThrottled, type Throttleable, type ThrottledOptions } from './throttled';

/** What Twilio's calls are signed with: the API key where one is set, else the auth token. */
export interface TwilioCredentials {
  readonly accountSid: string;
  readonly authToken: string;
  /** While the auth token is rotated, webhooks may be signed with either. */
  readonly authTokenSecondary?: string | undefined;
  readonly apiKeySid?: string | undefined;
  readonly apiKeySecret?: string | undefined;
}

/** A request as the `twilio` package's resources make it. */
export interface TwilioRequest {
  readonly method: string;
  readonly uri: string;
  readonly params?: object;
  readonly data?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TwilioResponse {
  readonly statusCode: number;
  readonly body: string;
}

export interface Transport {
  request(options: TwilioRequest): Promise<TwilioResponse>;
}

/** A try that Twilio did not carry out, or did not answer. Refusals of what was asked are answers. */
export interface FailedTry {
  readonly operation: string;
  /** 429, 401, 403, 3xx or 5xx; absent when no answer came. */
  readonly status?: number;
  /** Twilio's own name of the request, which its support asks for. */
  readonly twilioRequestId?: string;
}

export interface TransportOptions extends ThrottledOptions {
  /** Read when a call is made, so that nothing is fetched for runs that make none. */
  readonly credentials: () => Promise<TwilioCredentials>;
  /** Another endpoint in place of all of Twilio's hosts. */
  readonly baseUrl?: string | undefined;
  /** Hears of each, also of those that the next try makes good. */
  readonly onFailedTry?: (failed: FailedTry) => void;
}

/** Of one try. With the budget of a run, time-outs never add up to more than that. */
const MOST_MILLISECONDS_A_TRY = 4_000;
/** Of a removal, and nothing else. */
const REMOVED = 204;

/** HTTP under the `twilio` package's resources: a few kilobytes in place of its own client. */
export function transport(options: TransportOptions): Transport {
  return {
    request: (request) => againWhileThrottled(() => tryOf(request, options), options),
  };
}

/** @throws TwilioError where the answer is none */
async function tryOf(request: TwilioRequest, options: TransportOptions): Promise<Answered> {
  const response = await tryOnce(request, options);
  const { statusCode, body } = response;
  if (isFailure(statusCode)) options.onFailedTry?.(failedTry(request, response));
  // The package's resources would read a redirect as an answer.
  if (statusCode >= 300 && statusCode < 400)
    throw new TwilioError(operation(request), 'unavailable', statusCode);
  const isGood = statusCode >= 200 && statusCode < 300;
  if (isGood && request.method === 'post') refuseErrorInside(operation(request), statusCode, body);
  // The package would take any for success.
  if (isGood && request.method === 'delete' && statusCode !== REMOVED)
    throw new TwilioError(operation(request), 'unavailable', statusCode);
  return response;
}

type Answered = TwilioResponse & Throttleable;

async function tryOnce(
  request: TwilioRequest,
  { credentials, baseUrl, budget, onFailedTry }: TransportOptions,
): Promise<Answered> {
  // A fraction of a millisecond is no time-out to AbortSignal.
  const milliseconds = Math.ceil(Math.min(MOST_MILLISECONDS_A_TRY, budget.left()));
  if (milliseconds <= 0) throw new TwilioError(operation(request), 'unavailable');
  let isAsked = false;
  try {
    const authorization = basic(await credentials());
    isAsked = true;
    const response = await fetch(urlOf(request, baseUrl), {
      method: request.method.toUpperCase(),
      headers: { accept: 'application/json', ...request.headers, authorization },
      ...(request.data === undefined ? {} : { body: bodyOf(request.data) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(milliseconds),
    });
    return { statusCode: response.status, body: await response.text(), headers: response.headers };
  } catch (cause) {
    if (isAsked) onFailedTry?.({ operation: operation(request) });
    throw new TwilioError(operation(request), 'unavailable', undefined, undefined, { cause });
  }
}

function isFailure(status: number): boolean {
  return (status >= 300 && status < 400) || [401, 403, 429].includes(status) || status >= 500;
}

function failedTry(request: TwilioRequest, { statusCode: status, headers }: Answered): FailedTry {
  const twilioRequestId = headers.get('twilio-request-id');
  return { operation: operation(request), status, ...(twilioRequestId ? { twilioRequestId } : {}) };
}

function urlOf({ uri, params }: TwilioRequest, baseUrl: string | undefined): string {
  const url = new URL(uri);
  for (const [name, value] of pairs(params ?? {})) url.searchParams.append(name, value);
  return baseUrl === undefined ? url.href : `${baseUrl}${url.pathname}${url.search}`;
}

function bodyOf(data: object | string): string {
  return typeof data === 'string' ? data : new URLSearchParams(pairs(data)).toString();
}

function pairs(values: object): [string, string][] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, String(each)]));
}

function basic({ accountSid, authToken, apiKeySid, apiKeySecret }: TwilioCredentials): string {
  const [user, password] = apiKeySid && apiKeySecret ? [apiKeySid, apiKeySecret] : [accountSid, authToken];
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** For errors and logs: method and path, in which SIDs stand but no data. */
function operation({ method, uri }: TwilioRequest): string {
  return `${method.toUpperCase()} ${new URL(uri).pathname}`;
}
