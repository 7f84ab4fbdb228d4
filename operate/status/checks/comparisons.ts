import { type Instant, instant, MINUTE, secondsBetween } from '../../../lambda/domain/time';
import { ok, warn } from '../finding';
import { type Check } from '../sources';

const BEHIND_SECONDS = 15 * MINUTE;

/** The comparison with Twilio that has been due for the longest time: how late a lost message would be found. */
export const comparisons: Check = async ({ store, lists, now }) => {
  const at = instant(now());
  const [first] = await store.due('compare', at, 1);
  const dueAt = first === undefined ? null : await comparedAt(first);
  const { settings } = await store.readSettings();
  const { compareCallsPerMinute } = settings;
  const behindSeconds = dueAt === null ? 0 : secondsBetween(dueAt, at);
  const facts = { oldestDueAt: dueAt, behindSeconds, compareCallsPerMinute };
  if (compareCallsPerMinute === 0)
    return warn(
      'Conversations that are put aside are not compared with Twilio',
      'A message or an end whose webhook is lost is never found: set compareCallsPerMinute.',
      facts,
    );
  if (behindSeconds <= BEHIND_SECONDS) return ok('Comparisons with Twilio are made in time', facts);
  return warn(
    'Comparisons with Twilio are behind',
    'More is put aside than compareCallsPerMinute allows for, or Twilio answers 429: raise the setting, or live with lost messages being found later.',
    facts,
  );

  async function comparedAt(conversationSid: string): Promise<Instant | null> {
    const { records } = await lists.readMany([conversationSid]);
    return records.get(conversationSid)?.compareAt ?? null;
  }
};
