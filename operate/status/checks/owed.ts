import { type Owed } from '../../../lambda/domain/pending';
import { type Conversation } from '../../../lambda/domain/record';
import {
  HOUR,
  type Instant,
  instant,
  MINUTE,
  plusSeconds,
  secondsBetween,
} from '../../../lambda/domain/time';
import { error, ok, warn } from '../finding';
import { type Check } from '../sources';

/** What has failed is tried again within an hour, so whoever owes is due by then. */
const AHEAD_SECONDS = HOUR + 2 * MINUTE;
const MOST = 1_000;
const SHOWN = 10;
const NOTICED_SECONDS = 5 * MINUTE;
const WRONG_SECONDS = HOUR;

/** Outside calls that are owed, and since when. What only waits for its moment is none of these. */
export const owed: Check = async ({ store, lists, now }) => {
  const at = instant(now());
  const due = await store.due('wake', plusSeconds(at, AHEAD_SECONDS), MOST);
  const { records } = await lists.readMany(due);
  const effects = [...records.values()].flatMap((record) => owedBy(record, at));
  const oldest = effects.sort((one, other) => other.ageSeconds - one.ageSeconds);
  const facts = { owed: effects.length, isComplete: due.length < MOST, oldest: oldest.slice(0, SHOWN) };
  const age = oldest[0]?.ageSeconds ?? 0;
  const todo =
    'See the log of the sweep for these conversations: what it names fails again and again, at Twilio or at AWS.';
  if (age > WRONG_SECONDS) return error('Outside calls have been owed for more than an hour', todo, facts);
  if (age > NOTICED_SECONDS)
    return warn('Outside calls have been owed for more than five minutes', todo, facts);
  return ok('Nothing is owed for long', facts);
};

interface OwedEffect {
  readonly conversationSid: string;
  readonly kind: string;
  readonly attempts: number;
  readonly ageSeconds: number;
}

function owedBy({ conversationSid, pending }: Conversation, now: Instant): OwedEffect[] {
  return Object.values(pending)
    .filter((effect) => isTried(effect, now))
    .map(({ kind, attempts, since = now }) => {
      return { conversationSid, kind, attempts, ageSeconds: secondsBetween(since, now) };
    });
}

/** Tried before, or due: not what waits for its moment, or for another effect. */
function isTried({ attempts, notBefore, after }: Owed, now: Instant): boolean {
  return after.length === 0 && (attempts > 0 || notBefore === null || notBefore <= now);
}
