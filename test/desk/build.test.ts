import { gzipSync } from 'node:zlib';
import { buildDesk, type DeskFile } from '../../desk/build';

const MOST_BYTES_COMPRESSED = 350 * 1024;

let files: ReadonlyMap<string, DeskFile>;

beforeAll(async () => {
  ({ files } = await buildDesk());
});

const textOf = ({ contents }: DeskFile): string => Buffer.from(contents).toString();
const page = (): string => textOf(files.get('index.html')!);
const scripts = (): string[] => [...files].filter(([path]) => path.endsWith('.js')).map(([path]) => path);

it('the page loads the script by the name that its contents give it', async () => {
  const [name = ''] = scripts();
  expect(name).toMatch(/^desk-[0-9A-Z]{8}[.]js$/);
  expect(page()).toContain(`<script type="module" src="${name}"></script>`);
  expect(files.get(name)).toMatchObject({ type: 'text/javascript; charset=utf-8', immutable: true });
  expect((await buildDesk()).files.has(name)).toBe(true);
});

it('only what has its contents in its name may be kept for ever', () => {
  expect(files.get('index.html')).toMatchObject({ type: 'text/html; charset=utf-8', immutable: false });
});

it('is small enough to load at once', () => {
  const sizes = [...files.values()].map(({ contents }) => gzipSync(contents).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES_COMPRESSED);
});

it('asks no other server for anything', () => {
  const addresses = [...files.values()].flatMap(
    (file) => textOf(file).match(/(https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/g) ?? [],
  );
  // Names of XML's languages, and where texts of errors send developers.
  const names = ['http://www.w3.org', 'https://reactjs.org', 'https://github.com', 'http://fb.me'];
  expect(addresses.filter((address) => !names.includes(address))).toEqual([]);
});

it('has no script and no style in the page itself', () => {
  expect(page()).not.toMatch(/<script(?![^>]* src=)|<style|style=| on[a-z]+=/);
});
