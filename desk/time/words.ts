import { DAY, HOUR, MINUTE } from './units';
import { calendarDays, wallOf } from './zone';

/** How a person reads times. */
export interface Place {
  /** BCP 47; of English, which is the language of the words around the times */
  readonly locale: string;
  /** IANA name of the person's own time zone */
  readonly zone: string;
}

/** The browser's own zone, and its locale where that is English. @param language as browsers say it, not always rightly */
export function placeOf(language: string): Place {
  return {
    locale: isEnglish(language) ? language : 'en-GB',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function isEnglish(language: string): boolean {
  try {
    return new Intl.Locale(language).language === 'en';
  } catch {
    return false;
  }
}

/** "today at 16:05", "tomorrow at 09:00", "Mon 7 Dec at 09:00"; with the year when it is another one */
export function absolute(moment: Date, now: Date, { locale, zone }: Place): string {
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${dayOf(moment, now, { locale, zone })} at ${time.format(moment)}`;
}

/** "today", "tomorrow", "Mon 7 Dec" */
export function dayOf(moment: Date, now: Date, { locale, zone }: Place): string {
  const [here, there] = [wallOf(now, zone), wallOf(moment, zone)];
  const days = calendarDays(here, there);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(here.year !== there.year && { year: 'numeric' }),
  });
  return date.format(moment).replace(',', '');
}

/** "42 min", "23 h 5 min", "13 days 23 h": rounded down, so that a deadline is never farther than it is said to be */
export function span(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'less than a minute';
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) return two(milliseconds, HOUR, 'h', MINUTE, 'min');
  return two(milliseconds, DAY, milliseconds < 2 * DAY ? 'day' : 'days', HOUR, 'h');
}

function two(
  milliseconds: number,
  large: number,
  largeName: string,
  small: number,
  smallName: string,
): string {
  const rest = Math.floor((milliseconds % large) / small);
  const whole = `${Math.floor(milliseconds / large)} ${largeName}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`;
}

/** "3 h ago", "just now" */
export function ago(moment: Date, now: Date): string {
  const passed = now.getTime() - moment.getTime();
  return passed < MINUTE ? 'just now' : `${span(passed)} ago`;
}
