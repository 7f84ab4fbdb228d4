import { createServer, type IncomingMessage, type RequestListener, type ServerOptions } from 'node:http';
import { type AddressInfo } from 'node:net';

/**
 * How long a connection may be idle. Clients are told, and close it a second earlier: on a busy machine Node's own 5 s
 * are too short for that, and a request is sent on a connection that is just closed.
 */
const IDLE_MS = 60_000;
/** How long a connection may take to end its answer when its server closes. */
const LAST_ANSWERS_MS = 500;

/** A server that listens on 127.0.0.1. */
export interface Served {
  /** "http://127.0.0.1:3000" */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * @param port 0: any free one
 * @throws     code `EADDRINUSE` when somebody else listens there
 */
export async function serve(
  listener: RequestListener,
  port = 0,
  options: ServerOptions = {},
): Promise<Served> {
  const server = createServer({ keepAliveTimeout: IDLE_MS, ...options }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
    });
  return { url: `http://127.0.0.1:${taken}`, port: taken, close };
}

/**
 * The whole body of a request.
 * @throws TooLarge when it has more than `limit` bytes; the rest is read and thrown away
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
  }
  if (size > limit) throw new TooLarge();
  return Buffer.concat(pieces);
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
