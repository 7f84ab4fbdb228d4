import { optionsOf, runCommand } from './command';
import { find, WHICH } from './deployment/find';
import { sourcesOf } from './status/of-deployment';
import { status } from './status/run';

/** `npm run status`, which docs/connect.md describes. */
runCommand(async () => {
  const { deployment, now } = await find(optionsOf(WHICH, process.argv.slice(2)));
  const report = await status(sourcesOf(deployment, () => now));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.ok ? 0 : 1;
});
