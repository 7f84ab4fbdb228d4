import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weights } from './weight';

const folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-weight-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BUSY_MS = 300;

it('a function that is made slower and heavier shows it', async () => {
  writeFileSync(join(folder, 'quick.ts'), 'export const handler = async () => 1;');
  writeFileSync(
    join(folder, 'slow.ts'),
    `const ends = performance.now() + ${BUSY_MS}; while (performance.now() < ends);
     export const handler = async () => ${JSON.stringify('x'.repeat(5_000))};`,
  );
  const [quick, slow] = await weights(1, ['quick', 'slow'], folder);
  expect(slow!.asDeployed.milliseconds).toBeGreaterThanOrEqual(BUSY_MS);
  expect(slow!.asDeployed.bytes).toBeGreaterThan(quick!.asDeployed.bytes + 4_900);
  expect(quick!.withTwilio.bytes).toBeGreaterThan(1_000_000);
});
