/** What the one who runs the command can mend. Its message is all that they need. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
