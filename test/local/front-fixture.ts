import { request } from 'node:http';
import { type APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Cors } from '../../local/cors';
import { front, type OnAnswer } from '../../local/front';
import { serve, type Served } from '../../local/http-server';

export const NOW = new Date('2026-03-02T09:00:00.500Z');
const ROUTES = [
  'POST /conversations/{conversationSid}/pause',
  'POST /service/conversations/{conversationSid}/invite',
  'GET /items',
  '$default',
].map((routeKey) => ({ routeKey, functionId: routeKey }));

const servers: Served[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

export interface Asked {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** Sends a request with the bytes as given; `event` is what the function got, `answer` what it returns. */
export async function ask(
  path: string,
  asked: Asked = {},
  answer: () => unknown = () => ({ statusCode: 200 }),
  { cors, isSigned = false, onAnswer }: { cors?: Cors; isSigned?: boolean; onAnswer?: OnAnswer } = {},
) {
  const events: APIGatewayProxyEventV2[] = [];
  const invoke = async (_: string, event: unknown) => {
    events.push(event as APIGatewayProxyEventV2);
    return answer();
  };
  const server = await serve(front({ routes: ROUTES, cors, isSigned, now: () => NOW, invoke, onAnswer }), 0, {
    maxHeaderSize: 64 * 1024,
  });
  const { method = 'GET', headers, body } = asked;
  servers.push(server);
  const { port } = server;
  return new Promise<{
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    body: string;
    event: APIGatewayProxyEventV2;
  }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
          event: events[0]!,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
