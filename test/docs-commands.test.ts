import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../package.json';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Commands in the blocks of a document that have no language: each on one line. */
function commandsIn(file: string): string[] {
  const fenced = [...read(file).matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)];
  const blocks = fenced.filter(([, language]) => language === '').map(([, , block = '']) => block);
  const lines = blocks.flatMap((block) => block.replace(/\\\n/g, '').split(/\n|&&/));
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** What the table at a document's end says is tried or not: how such commands begin. */
function accountedForIn(file: string): string[] {
  const [, table = ''] = read(file).split('## What of this is tried here');
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, command = '']) => command);
}

describe.each(['docs/deploy.md', 'docs/restore.md', 'docs/upgrade.md'])('%s', (file) => {
  const commands = commandsIn(file).filter((command) => !command.startsWith('cd '));
  const accountedFor = accountedForIn(file);

  it('says of each command what tries it, or why nothing does', () => {
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => !accountedFor.some((each) => command.startsWith(each)))).toEqual([]);
  });

  it('says it of no other command', () => {
    expect(accountedFor.filter((each) => !commands.some((command) => command.startsWith(each)))).toEqual([]);
  });
});

describe('documents', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs'), ...markdownIn('examples')];

  function markdownIn(folder: string): string[] {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    return files.filter((file) => file.endsWith('.md')).map((file) => join(folder, file));
  }

  function namedIn(pattern: RegExp): string[] {
    return documents.flatMap((file) => [...read(file).matchAll(pattern)].map(([, name = '']) => name));
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
