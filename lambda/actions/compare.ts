import { errorName } from './error-name';
import { decide } from '../domain/decide';
import { comparisonAgain, nextComparison } from '../domain/comparison';
import { apply, type Decision, NOTHING } from '../domain/decision';
import type { Context } from '../domain/pending';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import { instant } from '../domain/time';
import { change } from './change';
import { changeAndSettle } from './change-and-settle';
import { ownRun } from './context';
import { newMessages } from './customer-messages';
import { conversationFacts, isHeldByFlex } from './presence';
import { foundClosed } from './found-closed';
import { type Deps, isThrottled, TwilioError } from './ports';

/** Conversation, and newest messages or the channel. */
const CALLS_EACH = 2;
/** More than a sweep has time for, whatever the settings say. */
const MOST_A_SWEEP = 1_000;

/**
 * Twilio's webhooks come at most once. So conversations that are put aside are compared with Twilio now and
 * then, with at most `compareCallsPerMinute` calls in a sweep: one that was closed without our hearing is found, and
 * so is what the customer wrote.
 *
 * @returns how many were compared
 */
export async function compareWithTwilio(
  { compareCallsPerMinute }: Settings,
  deps: Deps,
  mayStart: () => boolean,
): Promise<number> {
  if (compareCallsPerMinute === 0) return 0;
  const most = Math.min(Math.max(1, Math.floor(compareCallsPerMinute / CALLS_EACH)), MOST_A_SWEEP);
  const due = await deps.store.due('compare', instant(deps.now()), most);
  let compared = 0;
  for (const conversationSid of due) {
    if (!mayStart()) break;
    const outcome = await compareOne(conversationSid, ownRun(deps));
    if (outcome === 'compared') compared++;
    if (outcome === 'too-many-calls') break;
  }
  return compared;
}

/** `too-many-calls`: Twilio answers 429, and the others wait for the next sweep. */
type Outcome = 'compared' | 'not-compared' | 'too-many-calls';

async function compareOne(conversationSid: string, deps: Deps): Promise<Outcome> {
  try {
    const taken = await change(conversationSid, 'system', takeComparison, deps);
    if (taken.kind !== 'applied') return 'not-compared';
    const outcome = await tryToCompare(taken.record, deps);
    await rememberHowItWent(taken.record, outcome === 'compared', deps);
    return outcome;
  } catch (error) {
    deps.log.warn('comparison not taken', { conversationSid, error: errorName(error) });
    return 'not-compared';
  }
}

async function tryToCompare(record: Conversation, deps: Deps): Promise<Outcome> {
  try {
    await compareRecord(record, deps);
    return 'compared';
  } catch (error) {
    const { conversationSid } = record;
    const { kind, status } = error instanceof TwilioError ? error : {};
    deps.log.warn('comparison failed', { conversationSid, error: errorName(error), kind, status });
    return isThrottled(error) ? 'too-many-calls' : 'not-compared';
  }
}

async function compareRecord(record: Conversation, deps: Deps): Promise<void> {
  const { conversationSid, heldBy } = record;
  if ((await conversationFacts(record, deps)) === 'closed') return foundClosed(conversationSid, deps);
  if (heldBy !== 'flex')
    return newMessages(conversationSid, await deps.twilio.newestMessages(conversationSid), deps);
  if (isHeldByFlex(await deps.twilio.channelStatus(record))) return;
  await changeAndSettle(
    conversationSid,
    'system',
    (read, _settings, context) => (read ? decide(read, 'flex-lets-go', undefined, context) : NOTHING),
    deps,
  );
}

/** Moved on before it is made, so that two sweeps do not both make it. */
function takeComparison(record: Conversation | undefined, _settings: unknown, { now }: Context): Decision {
  if (record === undefined || record.compareAt === null || record.compareAt > now) return NOTHING;
  return apply({
    ...record,
    compareAt: nextComparison(record.pause?.pausedAt ?? record.leave?.leftAt ?? null, now),
  });
}

/** One that failed is made again soon. What is not put aside any more, or was compared by somebody else, stays as it is. */
async function rememberHowItWent(taken: Conversation, isMade: boolean, deps: Deps): Promise<void> {
  const { conversationSid, compareAt, comparisonsFailed } = taken;
  if (compareAt === null || (isMade && comparisonsFailed === 0)) return;
  const failed = isMade ? 0 : comparisonsFailed + 1;
  await change(
    conversationSid,
    'system',
    (record, _settings, { now }) =>
      record?.compareAt === compareAt
        ? apply({
            ...record,
            comparisonsFailed: failed,
            compareAt: isMade ? compareAt : comparisonAgain(failed, compareAt, now),
          })
        : NOTHING,
    deps,
  );
}
