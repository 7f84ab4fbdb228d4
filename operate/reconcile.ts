import { optionsOf, runCommand } from './command';
import { find, WHICH } from './deployment/find';
import { OperatorError } from './operator-error';
import { reconcile } from './reconcile/reconcile';
import { reconcileSources } from './reconcile/sources';

/** `npm run reconcile`, which docs/restore.md describes. */
runCommand(async () => {
  const options = optionsOf({ ...WHICH, yes: { type: 'boolean' } }, process.argv.slice(2));
  const { deployment, now } = await find(options);
  if (deployment.restoredTable === undefined)
    throw new OperatorError(`${deployment.name} uses its own table: deploy it with restoredTable first.`);
  const sources = await reconcileSources(deployment, () => now);
  return reconcile(options, sources, (line) => void process.stdout.write(`${line}\n`));
});
