/**
 * One line on standard error, as a Lambda's log would have it: constant text plus fields.
 * Of an error only its name: a message may quote what somebody wrote.
 */
export function report(message: string, fields: Readonly<Record<string, string>>, error?: unknown): void {
  const errorName =
    error === undefined ? {} : { errorName: error instanceof Error ? error.name : typeof error };
  process.stderr.write(`${JSON.stringify({ message, ...fields, ...errorName })}\n`);
}
