import { deployedCode } from '../../local/deployed-code';
import { costTables, stackOf } from './cost';
import { goodPaths } from './good-paths';

/** Prints the tables of docs/cost.md; what the handlers log goes to standard error. */
async function main(): Promise<void> {
  const { template } = await deployedCode();
  for (const line of costTables(await goodPaths(), stackOf(template))) process.stdout.write(`${line}\n`);
}

void main();
