import { error, ok } from '../finding';
import { type Check } from '../sources';

const WAITS_MILLISECONDS = 10_000;

/** Whether the address that Twilio is given answers, and is the product. */
export const api: Check = async ({ deployment }) => {
  const url = `${deployment.apiUrl}/health`;
  const health = await healthAt(url);
  if (health?.['status'] === 'ok') return ok('The API answers', { url, version: health['version'] });
  return error(
    'The API does not answer at its public address',
    'Twilio calls this address: see that its name leads to the API, and with a domain of your own that publicUrl is right.',
    { url },
  );
};

async function healthAt(url: string): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAITS_MILLISECONDS) });
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
