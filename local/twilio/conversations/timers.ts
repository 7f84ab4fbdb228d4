import { parse } from 'tinyduration';
import { badParameter } from '../errors';
import { iso, type Platform } from '../platform';
import { type Conversation, type Moment } from '../records';

/** The shortest that Twilio takes, in seconds (T§4). */
const SHORTEST = { inactive: 60, closed: 600 };

type Timer = keyof typeof SHORTEST;

const ALARM = { inactive: 'conversation-inactive', closed: 'conversation-closing' } as const;

/** Seconds of an ISO 8601 duration. @throws TwilioRefusal 400 when it is none, or shorter than Twilio takes */
export function timerSeconds(timer: Timer, text: string): number {
  const seconds = secondsIn(text);
  if (seconds === null || seconds < SHORTEST[timer]) {
    throw badParameter(`Timers.${timer} must be a duration of at least ${SHORTEST[timer]} seconds`);
  }
  return seconds;
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

function secondsIn(text: string): number | null {
  try {
    const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parse(text);
    return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  } catch {
    return null;
  }
}
