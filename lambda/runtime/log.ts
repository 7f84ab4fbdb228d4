import type { Log } from '../actions/ports';
import { optional } from './environment';

/** Those of LOG_LEVEL and above are written; all without it. */
const LEVELS = ['info', 'warn', 'error'] as const;

type Level = (typeof LEVELS)[number];

/** @param always fields of every line */
export function jsonLog(always: Readonly<Record<string, unknown>>): Log {
  const least = LEVELS.indexOf((optional('LOG_LEVEL') ?? 'info') as Level);
  const line = (level: Level) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    if (LEVELS.indexOf(level) >= least) writeLine({ level, message, ...always, ...traced(), ...fields });
  };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** One JSON object a line, on standard error: CloudWatch Logs takes both, and on one machine the other says "ready". */
export function writeLine(line: object): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Where X-Ray traces this run: its trace, by which its lines are found from there. */
function traced(): { traceId?: string } {
  const [, traceId] = /^Root=([^;]+);.*Sampled=1/.exec(optional('_X_AMZN_TRACE_ID') ?? '') ?? [];
  return traceId === undefined ? {} : { traceId };
}
