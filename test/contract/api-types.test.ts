import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// In a process of its own: openapi-typescript needs packages that are ES modules, which Jest's CommonJS cannot load.
it('has the types that docs/openapi.yaml gives', () => {
  const script = join(__dirname, '../../scripts/generate-api-types.ts');
  const check = spawnSync(process.execPath, [require.resolve('tsx/cli'), script, '--check'], {
    stdio: 'inherit',
  });
  expect(check.status).toBe(0);
});
