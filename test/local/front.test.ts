import { request } from 'node:http';
import { type APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Cors } from '../../local/cors';
import { front } from '../../local/front';
import { serve, type Served } from '../../local/http-server';

const NOW = new Date('2026-03-02T09:00:00.500Z');
const ROUTES = ['POST /conversations/{conversationSid}/pause', 'GET /items', '$default'].map((routeKey) => {
  return { routeKey, functionId: routeKey };
});

let server: Served | undefined;
afterEach(() => server?.close());

interface Asked {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** Sends a request with the bytes as given; `event` is what the function got, `answer` what it returns. */
async function ask(
  path: string,
  asked: Asked = {},
  answer: () => unknown = () => ({ statusCode: 200 }),
  cors?: Cors,
) {
  const events: APIGatewayProxyEventV2[] = [];
  const invoke = async (_: string, event: unknown) => {
    events.push(event as APIGatewayProxyEventV2);
    return answer();
  };
  server = await serve(front({ routes: ROUTES, cors, now: () => NOW, invoke }), 0, {
    maxHeaderSize: 64 * 1024,
  });
  const { method = 'GET', headers, body } = asked;
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

describe('the event', () => {
  it('names route, path and parameters', async () => {
    const { event } = await ask('/conversations/CH%201/pause', { method: 'POST' });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /conversations/{conversationSid}/pause',
      rawPath: '/conversations/CH%201/pause',
      rawQueryString: '',
      pathParameters: { conversationSid: 'CH 1' },
    });
  });

  it('has nothing for what is not there', async () => {
    const { event } = await ask('/items');
    for (const field of ['body', 'cookies', 'queryStringParameters', 'pathParameters']) {
      expect(event).not.toHaveProperty(field);
    }
    expect(event.isBase64Encoded).toBe(false);
  });

  it('goes to the default route where no other matches', async () => {
    expect((await ask('/nothing/here')).event.routeKey).toBe('$default');
  });

  it('keeps the query string raw, and joins doubled parameters', async () => {
    const { event } = await ask('/items?a=1%202&b=x&a=3+4&c');
    expect(event.rawQueryString).toBe('a=1%202&b=x&a=3+4&c');
    expect(event.queryStringParameters).toEqual({ a: '1 2,3 4', b: 'x', c: '' });
  });

  it('has header names in lower case, and doubled headers joined by a comma', async () => {
    const headers = { 'X-Twilio-Signature': 'AbC=', 'X-Two': ['a', 'b'], 'I-Twilio-Idempotency-Token': 't' };
    const { event } = await ask('/items', { headers });
    expect(event.headers).toMatchObject({
      'x-twilio-signature': 'AbC=',
      'x-two': 'a,b',
      'i-twilio-idempotency-token': 't',
      host: expect.stringContaining('127.0.0.1') as string,
    });
    expect(event.headers).not.toHaveProperty('connection');
  });

  it('has cookies apart from the headers', async () => {
    const { event } = await ask('/items', { headers: { cookie: 'a=1; b=2' } });
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('tells who asked, what, and when', async () => {
    const { event } = await ask('/items?x=1', {
      headers: { 'user-agent': 'test', host: 'flex.example:3000' },
    });
    expect(event.requestContext).toEqual({
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'flex.example',
      domainPrefix: 'flex',
      http: { method: 'GET', path: '/items', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: expect.any(String) as string,
      routeKey: 'GET /items',
      stage: '$default',
      time: '02/Mar/2026:09:00:00 +0000',
      timeEpoch: NOW.getTime(),
    });
  });

  it.each([
    ['application/json', '{"a":"ü"}', false],
    ['Application/JSON; charset=utf-8', '{}', false],
    ['text/plain', 'hello', false],
    ['application/xml', '<a/>', false],
    ['application/javascript', '1', false],
    ['application/x-www-form-urlencoded', 'Body=hello', true],
    ['application/octet-stream', 'bytes', true],
  ])('has a body of %s as text or in base64', async (contentType, body, isBase64Encoded) => {
    const { event } = await ask('/items', { method: 'POST', headers: { 'content-type': contentType }, body });
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(event.body).toBe(isBase64Encoded ? Buffer.from(body).toString('base64') : body);
  });
});

describe('the answer', () => {
  it('is what the function gives: status, headers, cookies, body', async () => {
    const reply = await ask('/items', {}, () => ({
      statusCode: 409,
      headers: { 'Content-Type': 'application/problem+json', 'Retry-After': 5 },
      cookies: ['a=1', 'b=2'],
      body: '{"code":"wrong-state"}',
    }));
    expect(reply).toMatchObject({ status: 409, body: '{"code":"wrong-state"}' });
    expect(reply.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '5',
      'set-cookie': ['a=1', 'b=2'],
    });
  });

  it('is decoded from base64', async () => {
    const body = Buffer.from('bytes').toString('base64');
    expect((await ask('/items', {}, () => ({ statusCode: 200, body, isBase64Encoded: true }))).body).toBe(
      'bytes',
    );
  });

  it('without a status is all JSON', async () => {
    const reply = await ask('/items', {}, () => ({ hello: 1 }));
    expect(reply).toMatchObject({ status: 200, body: '{"hello":1}' });
    expect(reply.headers['content-type']).toBe('application/json');
  });

  it('without a content type is text', async () => {
    const reply = await ask('/items', {}, () => ({ statusCode: 200, body: 'x' }));
    expect(reply.headers['content-type']).toBe('text/plain;charset=UTF-8');
  });

  it('204 has no body', async () => {
    const reply = await ask('/items', {}, () => ({ statusCode: 204 }));
    expect(reply).toMatchObject({ status: 204, body: '' });
    expect(reply.headers).not.toHaveProperty('content-type');
  });

  it.each([
    [
      'the function throws',
      () => {
        throw new Error('no');
      },
    ],
    ['the status is none', () => ({ statusCode: 'fine' })],
    ['the body is not text', () => ({ statusCode: 200, body: { a: 1 } })],
  ])('is a plain 500 when %s', async (_, answer) => {
    expect(await ask('/items', {}, answer)).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
  });
});

describe('the gateway itself', () => {
  it('takes a body of 10 MB and refuses a larger one', async () => {
    const limit = 10 * 1024 * 1024;
    expect((await ask('/items', { method: 'POST', body: Buffer.alloc(limit) })).status).toBe(200);
    await server!.close();
    expect(await ask('/items', { method: 'POST', body: Buffer.alloc(limit + 1) })).toMatchObject({
      status: 413,
      body: '{"message":"Request Entity Too Large"}',
    });
  });

  it('takes a token of 6 KB and refuses headers of more than 10,240 bytes', async () => {
    expect((await ask('/items', { headers: { authorization: 'x'.repeat(6 * 1024) } })).status).toBe(200);
    await server!.close();
    expect((await ask('/items', { headers: { authorization: 'x'.repeat(10_240) } })).status).toBe(431);
  });

  it('lets nobody to the routes that ask for IAM', async () => {
    const reply = await ask('/service/conversations/CH1/invite', { method: 'POST' });
    expect(reply).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(reply.event).toBeUndefined();
  });
});

describe('CORS', () => {
  const CORS: Cors = {
    AllowOrigins: ['https://desk.example'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization'],
    ExposeHeaders: ['etag'],
  };
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });

  it('answers the question of a page from a configured origin without the function', async () => {
    const reply = await ask('/items', preflight('https://desk.example'), undefined, CORS);
    expect(reply.status).toBe(204);
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': 'https://desk.example',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
    });
    expect(reply.event).toBeUndefined();
  });

  it('allows another origin nothing', async () => {
    const reply = await ask('/items', preflight('https://other.example'), undefined, CORS);
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('lets a configured origin read the answer', async () => {
    const reply = await ask('/items', { headers: { origin: 'https://desk.example' } }, undefined, CORS);
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': 'https://desk.example',
      'access-control-expose-headers': 'etag',
    });
  });

  it('does nothing where it is not configured', async () => {
    const reply = await ask('/items', preflight('https://desk.example'));
    expect(reply.event.routeKey).toBe('$default');
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
