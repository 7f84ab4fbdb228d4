import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Runs the project's import rules over a folder. @returns lines "<rule>: <from> → …", without a rule twice for one file */
function breaches(folder: string): string[] {
  const folders = 'lambda local lib bin operate desk plugin test scripts examples'.split(' ');
  const { stdout } = spawnSync(
    process.execPath,
    [CRUISER, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders],
    { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] };
  };
  expect(summary.totalCruised).toBeGreaterThan(0);
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
}

it('holds the import rules', () => {
  expect(breaches(ROOT)).toEqual([]);
}, 30_000);

describe('a breach', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-imports-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(file: string, ...imports: string[]): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const lines = imports.map((from, n) => `import * as i${n} from '${from}';\nexport const e${n} = i${n};`);
    writeFileSync(join(folder, file), [...lines, 'export const here = true;\n'].join('\n'));
  }

  it('of each rule is seen', () => {
    cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    write('lambda/domain/good.ts');
    write('lambda/domain/bad.ts', '../http/good');
    write('lambda/actions/good.ts', '../domain/good');
    write('lambda/actions/bad.ts', '../adapters/good');
    write('lambda/adapters/good.ts', '../actions/good', '../domain/good');
    write('lambda/adapters/bad.ts', '../http/good');
    write('lambda/http/good.ts', '../actions/good');
    write('lambda/http/bad.ts', '../adapters/good');
    write('lambda/http/api-types.ts');
    write('lambda/pause.ts', '../local/main', '../lib/stack', 'twilio', './nowhere');
    write('lambda/adapters/table-names.ts');
    write('lambda/domain/metric-names.ts');
    write('lib/names.ts', '../lambda/adapters/table-names', '../lambda/domain/metric-names');
    write('lib/stack.ts', '../lambda/domain/good');
    write('bin/app.ts', '../lib/stack');
    write('local/main.ts', './other', '../lambda/domain/good', '../desk/build', '../desk/page-headers');
    write('local/desk.ts', '../desk/shell/page');
    write('local/other.ts', './main');
    write('desk/build.ts');
    write('desk/page-headers.ts');
    write('desk/api/client.ts', '../../lambda/http/api-types');
    write('desk/live/poll.ts', '../shell/page', '../../lambda/domain/good');
    write('desk/shell/page.ts', '../api/client');
    write('desk/shell/token.ts');
    write('desk/time/clock.ts', '../../plugin/main');
    write('plugin/main.ts', '../desk/api/client', '../desk/shell/token');
    write('plugin/parts.ts', '../desk/shell/page');
    write('test/stack.test.ts', './doubles', '../lib/stack');
    write('test/doubles.ts', './stack.test');
    write('scripts/generate.ts', './nowhere');
    write('operate/status.ts', './connect', '../lambda/domain/good', '../lib/stack');
    write('operate/connect.ts', '../local/other', '../lambda/adapters/good');
    write('local/reach.ts', '../operate/status');
    write('examples/routing/stack.ts', '../../lib/stack');
    write('examples/routing/app.ts', '../../lambda/domain/good');
    write('examples/routing/lambda/good.ts');
    write('examples/routing/lambda/route.ts', './good', '../stack');
    expect(breaches(folder)).toEqual([
      'actions-import-only-domain: lambda/actions/bad.ts',
      'adapters-and-http-import-only-domain-and-actions: lambda/adapters/bad.ts',
      'adapters-and-http-import-only-domain-and-actions: lambda/http/bad.ts',
      'domain-imports-nothing-of-ours: lambda/domain/bad.ts',
      'examples-know-only-the-construct: examples/routing/app.ts',
      'functions-do-not-know-their-stack: lambda/pause.ts',
      'functions-of-examples-know-only-themselves: examples/routing/lambda/route.ts',
      'functions-take-only-what-they-need-of-twilio: lambda/pause.ts',
      'no-cycles: local/main.ts',
      'no-cycles: test/doubles.ts',
      'nobody-needs-the-operators-commands: local/reach.ts',
      'nobody-needs-the-plugin: desk/time/clock.ts',
      'nothing-unresolved: lambda/pause.ts',
      'nothing-unresolved: scripts/generate.ts',
      'operators-know-only-what-is-deployed: operate/connect.ts',
      'operators-know-only-what-is-deployed: operate/status.ts',
      'others-take-only-the-built-desk: local/desk.ts',
      'the-desk-takes-only-types-of-the-api: desk/api/client.ts',
      'the-desk-takes-only-types-of-the-api: desk/live/poll.ts',
      'the-plugin-takes-only-what-the-desk-shares: plugin/parts.ts',
      'the-product-does-not-know-what-is-around-it: lambda/pause.ts',
      'the-stack-takes-only-names-of-the-functions: lib/stack.ts',
      'what-the-plugin-shares-does-not-know-the-page: desk/live/poll.ts',
    ]);
  }, 30_000);
});
