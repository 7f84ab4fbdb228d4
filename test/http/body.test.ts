import { jsonOf, textOf } from '../../lambda/http/body';
import { apiEvent } from './events';

const plain = (body?: string) => apiEvent({ ...(body === undefined ? {} : { body }) });
const base64 = (body: string) =>
  apiEvent({ body: Buffer.from(body).toString('base64'), isBase64Encoded: true });
/** JSON text of so many bytes. */
const sized = (bytes: number, character = 'x') => {
  const size = Buffer.byteLength(character);
  const rest = bytes - 2;
  return `"${character.repeat(Math.floor(rest / size))}${'.'.repeat(rest % size)}"`;
};

describe.each([
  ['as it is', plain],
  ['in base64', base64],
])('a body %s', (_, event) => {
  it.each([
    ['{"note":"Zoë \u{1F600}"}', { note: 'Zoë \u{1F600}' }],
    [' {} ', {}],
    ['[]', []],
    ['null', null],
    ['7', 7],
  ])('of %s is JSON', (body, value) => {
    expect(jsonOf(event(body))).toEqual({ kind: 'json', value });
  });

  it.each(['', ' ', '\n\t'])('of %j is an empty object', (body) => {
    expect(jsonOf(event(body))).toEqual({ kind: 'json', value: {} });
  });

  it.each(['{', 'note=1', '{"a":1}x', "{'a':1}", 'undefined'])('of %s is not JSON', (body) => {
    expect(jsonOf(event(body))).toEqual({ kind: 'not-json' });
  });

  it.each(['x', 'é', '\u{1F600}'])('may have 16 KB in bytes, of %s', (character) => {
    expect(Buffer.byteLength(sized(16_384, character))).toBe(16_384);
    expect(jsonOf(event(sized(16_384, character)))).toMatchObject({ kind: 'json' });
    expect(jsonOf(event(sized(16_385, character)))).toEqual({ kind: 'too-large' });
  });

  it('is too large before it is not JSON', () => {
    expect(jsonOf(event('x'.repeat(16_385)))).toEqual({ kind: 'too-large' });
  });
});

it('that is not there is an empty object', () => {
  expect(jsonOf(plain())).toEqual({ kind: 'json', value: {} });
  expect(textOf(plain())).toBe('');
});
