import type { Log } from '../actions/ports';

/** One JSON object a line, on standard error: CloudWatch Logs takes both, and on one machine the other says "ready". @param always fields of every line */
export function jsonLog(always: Readonly<Record<string, unknown>>): Log {
  const line = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    process.stderr.write(`${JSON.stringify({ level, message, ...always, ...fields })}\n`);
  };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
