import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explain } from '../../local/explain';
import { LocalState } from '../../local/state';
import { temporaryFolder } from './clock-fixture';

function failure(syscall: string, code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: no, ${syscall} '/data/state'`), { syscall, code, ...more });
}

it.each([
  ['EADDRINUSE', 'Port 3057 is in use: set PORT to another one'],
  ['EACCES', 'Port 3057 is not allowed: set PORT to another one'],
  ['EADDRNOTAVAIL', 'Port 3057 cannot be used (EADDRNOTAVAIL): set PORT to another one'],
])('blames the port for %s of listen', (code, said) => {
  expect(explain(failure('listen', code, { port: 3057 }), '/data')).toBe(said);
});

it('never names a port that it does not know', () => {
  expect(explain(failure('listen', 'EACCES'), undefined)).toBe(
    'The port is not allowed: set PORT to another one',
  );
});

it.each(['mkdir', 'open'])('blames DATA_DIR for what %s may not do', (syscall) => {
  for (const code of ['EACCES', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST']) {
    expect(explain(failure(syscall, code), '/data')).toBe(
      `DATA_DIR cannot be written: ${code}: no, ${syscall} '/data/state'`,
    );
  }
});

it('blames DATA_DIR for nothing when it is not set', () => {
  expect(explain(failure('open', 'ENOENT'), undefined)).not.toContain('DATA_DIR');
});

describe('of a database that does not open', () => {
  const opened = (folder: string) =>
    LocalState.open(folder).catch((error: unknown) => explain(error, folder));

  it('says that another process is using it', async () => {
    const folder = await temporaryFolder();
    const state = await LocalState.open(folder);
    expect(await opened(folder)).toBe('DATA_DIR cannot be written: another process is using it');
    await state.close();
  });

  it("gives LevelDB's own words in one line", async () => {
    const folder = await temporaryFolder();
    mkdirSync(join(folder, 'CURRENT'));
    expect(await opened(folder)).toMatch(/^DATA_DIR cannot be written: IO error: .*CURRENT.*$/);
  });

  it('says that a file is in the place of its folder', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect(await opened(file)).toMatch(/^DATA_DIR cannot be written: EEXIST: .*$/);
  });
});
