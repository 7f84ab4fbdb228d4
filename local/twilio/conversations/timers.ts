import { durationSeconds } from '../../../lambda/domain/duration';
import { badParameter } from '../errors';
import { iso, type Platform } from '../platform';
import { type Conversation, type Moment } from '../records';

/** The shortest that Twilio takes. Source: Twilio docs, Conversation resource, Timers. */
const SHORTEST_SECONDS = { inactive: 60, closed: 600 };

type Timer = keyof typeof SHORTEST_SECONDS;

const ALARM = { inactive: 'conversation-inactive', closed: 'conversation-closing' } as const;

/** Seconds of an ISO 8601 duration. @throws TwilioRefusal 400 when it is none, or shorter than Twilio takes */
export function timerSeconds(timer: Timer, text: string): number {
  const seconds = durationSeconds(text);
  if (seconds === undefined || seconds < SHORTEST_SECONDS[timer]) {
    throw badParameter(`Timers.${timer} must be a duration of at least ${SHORTEST_SECONDS[timer]} seconds`);
  }
  return seconds;
}

/** Those that Conversations gives to what is new. */
export function defaultTimers({ store }: Platform, since: Moment): Conversation['timers'] {
  const { defaultInactiveTimer, defaultClosedTimer } = store.productConfigurations.get('account') ?? {};
  const seconds = (text: string | null | undefined) => (text ? (durationSeconds(text) ?? 0) : 0);
  return { inactive: seconds(defaultInactiveTimer), closed: seconds(defaultClosedTimer), since };
}

/** Both timers begin again, as they do with every message. */
export function restartTimers(platform: Platform, conversation: Conversation): void {
  for (const timer of ['inactive', 'closed'] as const) {
    const seconds = conversation.timers[timer];
    const at = platform.now() + seconds * 1000;
    if (conversation.state === 'closed' || seconds === 0) platform.clearAlarm(ALARM[timer], conversation.sid);
    else platform.setAlarm(ALARM[timer], conversation.sid, at);
  }
  conversation.timers.since = platform.now();
  platform.store.conversations.set(conversation.sid, conversation);
}

/** `{date_inactive, date_closed}`, those that are set. */
export function timersView({ timers, state }: Conversation): object {
  const ends = (seconds: number): Moment => timers.since + seconds * 1000;
  return {
    ...(timers.inactive > 0 && state === 'active' && { date_inactive: iso(ends(timers.inactive)) }),
    ...(timers.closed > 0 && state !== 'closed' && { date_closed: iso(ends(timers.closed)) }),
  };
}
