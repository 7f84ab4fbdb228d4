import { Console } from 'node:console';
import { startProduct } from './product';
import { report } from './report';
import { SettingsError, settingsFrom } from './settings';

/** The handlers log as on AWS; standard output is for the one line that says that the product can be used. */
globalThis.console = new Console(process.stderr, process.stderr);

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const product = await startProduct(settings);
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

/** One line for what whoever started it can put right. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const { code, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${process.env.PORT || '3000'} is in use: set PORT to another one`;
  if (code === 'EACCES') return `Port ${process.env.PORT} is not allowed: set PORT to another one`;
  if (code === 'LEVEL_DATABASE_NOT_OPEN') return 'DATA_DIR cannot be opened: another process may be using it';
  return stack ?? String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
