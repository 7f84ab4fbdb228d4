import { durationSeconds } from '../../../lambda/domain/duration';
import { type Settings } from '../../../lambda/domain/settings';
import { ADDRESSES } from '../../twilio/addresses';
import { error, ok, warn } from '../finding';
import { type Check } from '../sources';

const MEND =
  'In the Console, Conversations, Defaults: make the timer for closed longer than this, or take it away; conversations that are there keep theirs.';

/** Whether Conversations closes new conversations by itself before a pause or a leave may be over. */
export const conversationTimers: Check = async ({ twilio, store }) => {
  const [{ default_closed_timer: timer }, { settings }] = await Promise.all([
    twilio().then((api) => api.get(ADDRESSES.conversationsConfiguration)),
    store.readSettings(),
  ]);
  const { limit, isOn } = longest(settings);
  const facts = { defaultClosedTimer: timer ?? null, longestLimit: limit };
  if (typeof timer !== 'string' || timer === '') return ok('Conversations stay open by default', facts);
  const seconds = durationSeconds(timer);
  if (seconds === undefined)
    return warn('The default timer for closed cannot be compared with our limits', MEND, facts);
  if (seconds >= durationSeconds(limit)!)
    return ok('Conversations stay open as long as they may be put aside', facts);
  const what = 'Twilio closes conversations sooner than they may be put aside for';
  return isOn ? error(what, MEND, facts) : warn(what, MEND, facts);
};

/** Of what is on; where both are off, of both. */
function longest({ pause, leave }: Settings): { limit: string; isOn: boolean } {
  const isOn = pause.enabled || leave.enabled;
  const limits = [
    ...(pause.enabled || !isOn ? [pause.timeLimit] : []),
    ...(leave.enabled || !isOn ? [leave.expiresAfter] : []),
  ];
  const [limit = leave.expiresAfter] = limits.sort(
    (a, b) => (durationSeconds(b) ?? 0) - (durationSeconds(a) ?? 0),
  );
  return { limit, isOn };
}
