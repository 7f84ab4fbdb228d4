import { Console } from 'node:console';
import { buildDesk } from '../desk/build';
import { explain } from './explain';
import { startProduct } from './product';
import { report } from './report';
import { settingsFrom } from './settings';

/** The handlers log as on AWS; standard output is for the one line that says that the product can be used. */
globalThis.console = new Console(process.stderr, process.stderr);

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const product = await startProduct({ ...settings, desk: buildDesk });
  let closing = false;
  const end = () => {
    if (closing) return;
    closing = true;
    product.close().then(
      () => process.exit(0),
      (error: unknown) => {
        report('could not close', {}, error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.stdout.write(`ready http://localhost:${product.port}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error, process.env.DATA_DIR)}\n`);
  process.exit(1);
});
