import { type Instant, MINUTE, plusSeconds } from './time';

/**
 * A list that is read page by page. What moves while it is read (another deadline, paused anew) would come a second
 * time; a walk knows it by the moment of its move. A walk begins with its minute and not with its second, so that the
 * first page stays the same for who polls it; what it showed in that minute it remembers by name.
 */
export interface Walk {
  /** End of the minute in which the first page was read. */
  readonly minuteEnds: Instant;
  /** Last digits of the SIDs that were shown in that minute. */
  readonly shown: readonly string[];
  /** More were shown in that minute than are remembered. */
  readonly overfull: boolean;
}

/** A cursor stands in a URL beside a token of 6 KB, and API Gateway takes 10 KB in all. */
const MOST_REMEMBERED = 400;
/** Of the hex digits of a SID: three bytes. */
const DIGITS = 6;

/** The walk after a page. @param walk undefined: that page was the first */
export function walkOn(walk: Walk | undefined, sids: readonly string[], now: Instant): Walk {
  const { minuteEnds, shown, overfull } = walk ?? {
    minuteEnds: endOfMinute(now),
    shown: [],
    overfull: false,
  };
  if (now > minuteEnds || overfull) return { minuteEnds, shown, overfull };
  const all = [...shown, ...sids.map(lastDigits)];
  return all.length > MOST_REMEMBERED
    ? { minuteEnds, shown: [], overfull: true }
    : { minuteEnds, shown: all, overfull };
}

/** Whether the walk has, or may have, shown it before it came to its present place. */
export function wasShown(
  { minuteEnds, shown, overfull }: Walk,
  conversationSid: string,
  placedAt: Instant,
): boolean {
  if (placedAt > minuteEnds) return true;
  if (placedAt <= plusSeconds(minuteEnds, -MINUTE)) return false;
  return overfull || shown.includes(lastDigits(conversationSid));
}

function lastDigits(sid: string): string {
  return sid.slice(-DIGITS).toLowerCase();
}

/** A moment on the minute is its own end. */
function endOfMinute(now: Instant): Instant {
  const seconds = Number(now.slice(17, 19));
  return plusSeconds(now, (MINUTE - seconds) % MINUTE);
}
