/**
 * An agent's identity in conversations, from the worker's attributes in JSON: Flex keeps it as
 * `contact_uri: "client:<identity>"`. null when it is not there.
 */
export function chatIdentity(workerAttributes: string): string | null {
  try {
    const { contact_uri: uri } = JSON.parse(workerAttributes) as { contact_uri?: unknown };
    return typeof uri === 'string' && uri.startsWith('client:') ? uri.slice('client:'.length) : null;
  } catch {
    return null;
  }
}
