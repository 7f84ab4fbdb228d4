/** All of an error that goes into a log line: its text may repeat what must not be logged. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
