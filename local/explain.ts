import { SettingsError } from './settings';

/** Calls that fail when a folder cannot be made, or a file in it cannot be opened. */
const OF_FILES = ['mkdir', 'open'];
const CODES_OF_FILES = ['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EROFS'];

/**
 * What went wrong at the start: one line for what whoever started the product can put right, else the stack.
 * @param dataDir DATA_DIR, where it is set: nothing else is blamed on it
 */
export function explain(error: unknown, dataDir: string | undefined): string {
  if (error instanceof SettingsError) return error.message;
  const { code = '', syscall = '', message, stack, cause } = error as NodeJS.ErrnoException;
  if (syscall === 'listen') return ofPort(code, (error as { port?: number }).port);
  if (dataDir && OF_FILES.includes(syscall) && CODES_OF_FILES.includes(code)) return ofDataDir(message);
  if (code === 'LEVEL_DATABASE_NOT_OPEN') return ofDataDir(reasonOf(cause));
  return stack ?? String(error);
}

function ofPort(code: string, port: number | undefined): string {
  const named = port === undefined ? 'The port' : `Port ${port}`;
  const why = { EADDRINUSE: 'is in use', EACCES: 'is not allowed' }[code] ?? `cannot be used (${code})`;
  return `${named} ${why}: set PORT to another one`;
}

function ofDataDir(reason: string): string {
  return `DATA_DIR cannot be written: ${reason.replaceAll('\n', ' ')}`;
}

/** LevelDB's own words, which are in the cause. */
function reasonOf(cause: unknown): string {
  const { code, message } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code === 'LEVEL_LOCKED') return 'another process is using it';
  return message ?? 'its database does not open';
}
