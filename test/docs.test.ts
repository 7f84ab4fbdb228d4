import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DEFAULT_SETTINGS } from '../lambda/domain/settings';

const ROOT = join(__dirname, '..');

/** What is under version control, or will be with the next commit. */
const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const DOCUMENTS = FILES.filter((file) => file === 'README.md' || /^(docs|examples)\/.*\.md$/.test(file));

/** Papers that the authors had and readers do not. In two parts, so that this file does not name them. */
const NOT_HERE = [
  ['T', '§'],
  ['TWILIO', '.md'],
  ['DESIGN', ' section'],
  ['DESIGN', ' [0-9]'],
  ['TOOLS', ' §'],
].map((parts) => new RegExp(parts.join('').replace('.', '[.]')));

it('there are documents', () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md']));
});

it.each(DOCUMENTS)('%s links only to files that exist', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
  const relative = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(relative.filter((link) => !existsSync(resolve(ROOT, dirname(document), link)))).toEqual([]);
});

it('no file sends its reader to a paper that is not here', () => {
  const read = FILES.filter((file) => file !== 'package-lock.json');
  expect(
    read.filter((file) => NOT_HERE.some((paper) => paper.test(readFileSync(join(ROOT, file), 'utf8')))),
  ).toEqual([]);
});

describe('docs/settings.md', () => {
  const settings = Object.entries(DEFAULT_SETTINGS).filter(([name]) => name !== 'version');
  const text = readFileSync(join(ROOT, 'docs/settings.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([\w.]+)` +\| `([^`]+)`/gm)].map(([, name, value]) => [name, value]);

  it('has each setting once, in their order, with its default', () => {
    const named = settings.flatMap(([name, value]: [string, unknown]) =>
      isGroup(value)
        ? Object.entries(value).map(([inner, its]) => pair(`${name}.${inner}`, its))
        : [pair(name, value)],
    );
    expect(rows).toEqual(named);
  });
});

function pair(name: string, value: unknown): [string, string] {
  return [name, JSON.stringify(value)];
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
