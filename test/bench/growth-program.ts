import { measureGrowth } from './growth-measure';

/** Says what it has measured as JSON. Arguments: sizes. */
async function main(): Promise<void> {
  const measured = await measureGrowth(process.argv.slice(2).map(Number));
  process.stdout.write(JSON.stringify(measured));
}

void main();
