import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OF_THE_MACHINE } from '../load/serving-process';
import { growthRows, type Measured } from './growth-rows';
import { type Row } from './row';

const PROGRAM = join(__dirname, 'growth-program.ts');

/**
 * What a sweep and the desk's lists take beside few and many open pauses, with the same number due and the same number of
 * the agent's. They are on the disk for so long: a million takes 2.5 GB at most.
 *
 * @param sizes open pauses, rising
 */
export async function growth(sizes: readonly number[] = [1_000, 100_000, 1_000_000]): Promise<Row[]> {
  // In a process of its own: functions that ran in this one before know another DynamoDB.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', PROGRAM, ...sizes.map(String)],
    { cwd: join(__dirname, '../..'), env: OF_THE_MACHINE },
  );
  return growthRows(JSON.parse(stdout) as Measured);
}
