import { ask, NOW } from './front-fixture';

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
