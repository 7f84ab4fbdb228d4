import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { neverAsked } from '../../contract/never-asked';
import { twilioViolations } from '../../contract/twilio-contract';
import type { TwilioRequest } from '../../contract/twilio-request';

/** What the loopback server does with a request; a body that is no text is sent as JSON. */
export type Answer =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'reset'
  | 'silence'
  | 'half a body';

export interface Loopback {
  /** "http://127.0.0.1:3000" */
  readonly url: () => string;
  /** What came in since the test began. */
  readonly requests: TwilioRequest[];
  /** From now on every request is answered so. */
  answer(how: Answer | ((request: TwilioRequest) => Answer)): void;
}
export type LoopbackTwilio = Loopback;

/** A server on loopback in Twilio's place, for the tests of one file. Each request must be one that Twilio describes. */
export function useLoopbackTwilio(): LoopbackTwilio {
  const loopback = useLoopback();
  afterEach(() => {
    const asked = loopback.requests.splice(0);
    expect(asked.flatMap((each) => [...twilioViolations(each), ...neverAsked(each)])).toEqual([]);
  });
  return loopback;
}

/** The same in anybody's place. */
export function useLoopback(): Loopback {
  const requests: TwilioRequest[] = [];
  let answer: (request: TwilioRequest) => Answer = () => ({ status: 500 });
  const server = createServer((incoming, response) => {
    void recorded(incoming).then((request) => {
      requests.push(request);
      send(answer(request), response);
    });
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (how) => (answer = typeof how === 'function' ? how : () => how),
  };
}

/** Where nobody listens any more. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

async function recorded(incoming: IncomingMessage): Promise<TwilioRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming as AsyncIterable<Buffer>) pieces.push(piece);
  const { method = '', url = '', headers } = incoming;
  return { method, url, headers, body: Buffer.concat(pieces).toString() };
}

function send(answer: Answer, response: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'reset') return void response.socket?.resetAndDestroy();
  if (answer === 'half a body') {
    response.writeHead(200, { 'content-length': '1000' });
    return void response.write('{"sid":');
  }
  const { status = 200, body = '', headers = {} } = answer;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
