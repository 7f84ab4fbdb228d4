import { isSignedForIam } from '../../lambda/http/iam';
import { ask } from './front-fixture';

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
    ['it', 200, () => ({ statusCode: 200, body: '{"items":[]}' })],
    [
      'the failure that stands for it',
      500,
      () => {
        throw new Error('no');
      },
    ],
  ])('is heard by who listens: %s', async (_, status, answer) => {
    const onAnswer = jest.fn();
    const reply = await ask('/items?page=2', {}, answer, { onAnswer });
    expect(onAnswer.mock.calls).toEqual([
      ['GET', '/items', expect.objectContaining({ status, body: reply.body })],
    ]);
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
    expect(await ask('/items', { method: 'POST', body: Buffer.alloc(limit + 1) })).toMatchObject({
      status: 413,
      body: '{"message":"Request Entity Too Large"}',
    });
  });

  it('takes a token of 6 KB and refuses headers of more than 10,240 bytes', async () => {
    expect((await ask('/items', { headers: { authorization: 'x'.repeat(6 * 1024) } })).status).toBe(200);
    expect((await ask('/items', { headers: { authorization: 'x'.repeat(10_240) } })).status).toBe(431);
  });

  it('lets nobody to the routes that ask for IAM', async () => {
    const reply = await ask('/service/conversations/CH1/invite', { method: 'POST' });
    expect(reply).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(reply.event).toBeUndefined();
  });

  it('lets in to them, where each request counts as signed, with the word of IAM', async () => {
    const path = '/service/conversations/CH1/invite';
    const { status, event } = await ask(path, { method: 'POST' }, undefined, { isSigned: true });
    expect(status).toBe(200);
    expect(event).toMatchObject({
      routeKey: 'POST /service/conversations/{conversationSid}/invite',
      rawPath: path,
    });
    expect(isSignedForIam(event)).toBe(true);
  });
});
