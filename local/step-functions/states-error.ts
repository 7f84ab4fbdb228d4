/** An error as an execution knows it: Step Functions' own ("States.Runtime"), or the name of what a function threw. */
export class StatesError extends Error {
  constructor(
    /** What `ErrorEquals` is compared with. */
    readonly error: string,
    override readonly cause: string,
  ) {
    super(error);
  }

  /** What Lambda makes of something that a handler threw. */
  static fromHandler(thrown: unknown): StatesError {
    const errorType = thrown instanceof Error ? thrown.name : typeof thrown;
    const errorMessage = thrown instanceof Error ? thrown.message : String(thrown);
    return new StatesError(errorType, JSON.stringify({ errorType, errorMessage, trace: [] }));
  }

  /** Whether `ErrorEquals` names this error. What went wrong in the machine itself is retried and caught by nobody. */
  isAmong(names: readonly string[]): boolean {
    if (this.error === 'States.Runtime') return false;
    if (names.includes(this.error) || names.includes('States.ALL')) return true;
    return names.includes('States.TaskFailed') && this.error !== 'States.Timeout';
  }
}
