import { json, tagged, withRequestId } from '../../lambda/http/reply';
import { apiEvent, REQUEST_ID } from './events';

const BODY = { mark: 'later', deadline: '2026-03-16T09:00:00Z' };
const asking = (ifNoneMatch?: string) =>
  apiEvent({ headers: ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch } });
const tagOf = (body: unknown) => tagged(asking(), body).headers?.['etag'] as string;

it('is JSON, and says so', () => {
  expect(json(202, { a: 1 }, { etag: '"1"' })).toEqual({
    statusCode: 202,
    headers: { 'content-type': 'application/json', etag: '"1"' },
    body: '{"a":1}',
  });
});

describe('the tag', () => {
  it('is quoted', () => {
    expect(tagOf(BODY)).toMatch(/^"[^"]+"$/);
  });

  it('is the same for the same body', () => {
    expect(tagOf({ ...BODY })).toBe(tagOf(BODY));
  });

  it('is another for another body', () => {
    expect(tagOf({ ...BODY, mark: 'overdue' })).not.toBe(tagOf(BODY));
  });

  it('may be given', () => {
    expect(tagged(asking(), BODY, '"7"').headers).toMatchObject({ etag: '"7"' });
  });
});

describe('who has it already', () => {
  const tag = tagOf(BODY);

  it.each([
    ['the tag', tag],
    ['the tag as a weak one', `W/${tag}`],
    ['one of several tags', `"other", ${tag}`],
    ['one of several weak tags', `W/"other",W/${tag}`],
    ['any', '*'],
  ])('by %s, hears 304 without a body', (_, header) => {
    expect(tagged(asking(header), BODY)).toEqual({ statusCode: 304, headers: { etag: tag } });
  });
});

it.each([undefined, '', '"other"', tagOf(BODY).slice(1, -1), `"${tagOf(BODY)}"`])(
  'who asks with %j gets the body',
  (header) => {
    expect(tagged(asking(header), BODY)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json', etag: tagOf(BODY) },
      body: JSON.stringify(BODY),
    });
  },
);

it.each([json(200, {}), { statusCode: 304, headers: { etag: '"1"' } }, { statusCode: 204 }])(
  'names the request that it answers, and keeps what it has: %j',
  (reply) => {
    const { headers, ...rest } = withRequestId(reply, apiEvent());
    const { headers: before, ...restBefore } = reply as typeof reply & { headers?: object };
    expect(headers).toEqual({ ...before, 'x-request-id': REQUEST_ID });
    expect(rest).toEqual(restBefore);
  },
);
