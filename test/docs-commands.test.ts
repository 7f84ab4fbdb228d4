import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../package.json';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const TRIED_HERE = 'docs/tried-here.md';
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs'), ...markdownIn('examples')].filter(
  (file) => file !== TRIED_HERE,
);

function markdownIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => join(folder, file));
}

/** Commands in the blocks of a document, each on one line; the README's walks are run by a test of their own. */
function commandsIn(file: string): string[] {
  const [text = ''] = read(file).split('## A walk through');
  const fenced = [...text.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)];
  const blocks = fenced.filter(([, language = '']) => ['', 'sh'].includes(language));
  const lines = blocks.flatMap(([, , block = '']) => block.replace(/\\\n/g, '').split(/\n|&&/));
  const commands = lines.map((line) => line.replace(/ # .*/, '').trim());
  return commands.filter((command) => command !== '' && !/^(cd |\w+=)/.test(command));
}

/** Scripts that a document names in a sentence. */
function scriptsNamedIn(file: string): string[] {
  return [...read(file).matchAll(/npm run [\w-]+/g)].map(([command]) => command);
}

describe(TRIED_HERE, () => {
  const commands = DOCUMENTS.flatMap((file) => [...commandsIn(file), ...scriptsNamedIn(file)]);
  const accountedFor = [...read(TRIED_HERE).matchAll(/^\| `([^`]+)`/gm)].map(([, each = '']) => each);

  it('says of each command of all documents what tries it, or why nothing does', () => {
    expect(commands.length).toBeGreaterThan(accountedFor.length);
    expect(commands.filter((command) => !accountedFor.some((each) => command.startsWith(each)))).toEqual([]);
  });

  it('says it of no other command', () => {
    const asked = [...commands, ...read('CONTRIBUTING.md').matchAll(/`(npm [^`]+)`/g)].map(String);
    expect(accountedFor.filter((each) => !asked.some((command) => command.startsWith(each)))).toEqual([]);
  });
});

describe('documents', () => {
  function namedIn(pattern: RegExp): string[] {
    return DOCUMENTS.flatMap((file) => [...read(file).matchAll(pattern)].map(([, name = '']) => name));
  }

  it('name after -c only what the app, or the app of an example, looks for', () => {
    const sources = ['lib/stage-overrides.ts', 'lib/stack-from-context.ts', 'examples/custom-routing/app.ts'];
    const keys = sources.flatMap((file) =>
      [...read(file).matchAll(/(?:optional\w+|requiredText)\(app, '(\w+)'\)/g)].map(([, key]) => key),
    );
    const named = namedIn(/ -c (\w+)=/g);
    expect(named).toContain('stage');
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('name only scripts that there are', () => {
    const named = namedIn(/npm run ([\w-]+)/g);
    expect(named).toContain('synth');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
