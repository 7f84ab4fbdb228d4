import { sealed } from '../../lambda/domain/decide';
import { type Conversation } from '../../lambda/domain/record';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { DAY, type Instant, plusSeconds } from '../../lambda/domain/time';
import { sid } from '../doubles/constants';

/** The agent whose list is read has as many pauses at every size; the others share the rest. */
export const AGENT = sid('WK', 0xa6e47);
export const PAUSES_OF_AGENT = 50;
const OTHER_AGENTS = 300;

/** Marks are reached at so many seconds, as deadlines are moments of people's. */
const SECONDS_OF_MARKS = 100;

export function conversationSidOf(number: number): string {
  return sid('CH', number);
}

/**
 * An open pause that owes nothing, and that no sweep looks at for two days.
 *
 * @param pattern a paused conversation as the product has written it
 * @param number  its own, from 0
 */
export function openPause(pattern: Conversation, number: number, now: Instant): Conversation {
  const workerSid = number < PAUSES_OF_AGENT ? AGENT : sid('WK', 1 + (number % OTHER_AGENTS));
  const conversationSid = conversationSidOf(number);
  const { attributes } = pattern.routing;
  const record: Conversation = {
    ...pattern,
    conversationSid,
    interactionSid: sid('KD', number),
    channelSid: sid('UO', number),
    parkedBy: workerSid,
    pause: { ...pattern.pause!, pauseId: `pause-${number}`, workerSid },
    routing: { ...pattern.routing, attributes: { ...attributes, conversationSid } },
    compareAt: plusSeconds(now, DAY),
  };
  return pausedUntil(plusSeconds(now, 3 * DAY + (number % (10 * DAY))), record, now);
}

/** The same pause, whose mark of 24 hours was just reached: a sweep writes record and history, and publishes an event. */
export function markedPause(record: Conversation, number: number, now: Instant): Conversation {
  return pausedUntil(plusSeconds(now, DAY - (number % SECONDS_OF_MARKS)), record, now);
}

/** As the product would write it now, paused since yesterday. */
function pausedUntil(deadline: Instant, record: Conversation, now: Instant): Conversation {
  const pause = { ...record.pause!, pausedAt: plusSeconds(now, -DAY), deadline, toldMark: null };
  const next = { ...record, pause };
  return sealed(next, next, DEFAULT_SETTINGS, { now, by: 'system', run: 'growth', newId: () => '' });
}
