import { error, ok, warn } from '../finding';
import { type Check } from '../sources';

const NOTICED_SECONDS = 10;
const WRONG_SECONDS = 60;
const WAITS_MILLISECONDS = 10_000;

/** How far the clocks of AWS and of Twilio are apart, by the dates of their answers, which are whole seconds. */
export const clockSkew: Check = async ({ deployment, twilioUrl }) => {
  const [ours, twilios] = await Promise.all([dateAt(`${deployment.apiUrl}/health`), dateAt(twilioUrl)]);
  if (ours === undefined || twilios === undefined)
    return warn('An answer has no date, so that clocks cannot be compared', 'See the finding api.', {});
  const seconds = Math.abs(ours - twilios) / 1000;
  const facts = { seconds };
  const todo =
    'Nothing of the product depends on it to the second, but moments of histories will not agree; see the status pages of AWS and Twilio.';
  if (seconds > WRONG_SECONDS) return error('The clocks of AWS and Twilio are far apart', todo, facts);
  if (seconds > NOTICED_SECONDS) return warn('The clocks of AWS and Twilio are apart', todo, facts);
  return ok('The clocks of AWS and Twilio agree', facts);
};

async function dateAt(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAITS_MILLISECONDS) });
    await response.arrayBuffer();
    const date = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : date;
  } catch {
    return undefined;
  }
}
