/** What the one who deploys has set wrong. Its message is all that they need, one sentence for each thing. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
