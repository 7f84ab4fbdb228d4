import { durationWords } from './duration';
import { HOUR, MINUTE, SECOND } from './units';
import { daysLater, momentOf, type Wall, wallOf, weekdayOf } from './zone';

/** A moment that an agent can choose with one click. */
export interface Preset {
  readonly id: 'hour' | 'later-today' | 'tomorrow' | 'next-week' | 'longest';
  readonly label: string;
  readonly until: Date;
}

/** When people are back at their desks. */
const MORNING = { hour: 9, minute: 0 };
const LATER_TODAY_HOURS = 3;
const MONDAY = 1;
/** The API takes nothing that is nearer than a minute; a click takes a moment. */
const SOONEST = 2 * MINUTE;

/**
 * Moments to choose from, soonest first; the last one is the longest that is allowed, which is what the API takes when
 * nothing is chosen.
 *
 * @param latest the last moment that is allowed
 */
export function presetsOf(now: Date, latest: Date, zone: string): Preset[] {
  const here = wallOf(now, zone);
  const morning = (days: number): Date => momentOf(daysLater({ ...here, ...MORNING }, days), zone);
  const longest: Preset = {
    id: 'longest',
    label: `As long as allowed (${durationWords(wholeMinutes(latest.getTime() - now.getTime()))})`,
    until: latest,
  };
  const presets: Preset[] = [
    { id: 'hour', label: 'In 1 hour', until: later(now, 1) },
    ...laterToday(now, here, zone),
    { id: 'tomorrow', label: 'Tomorrow morning', until: morning(1) },
    ...(daysToMonday(here) > 1 ? [nextWeek(morning(daysToMonday(here)))] : []),
  ];
  const allowed = presets.filter(({ until }) => until < latest && until.getTime() - now.getTime() >= SOONEST);
  return [...allowed.sort((a, b) => a.until.getTime() - b.until.getTime()), longest];
}

/** Late in the evening there is no later today. */
function laterToday(now: Date, here: Wall, zone: string): Preset[] {
  const until = later(now, LATER_TODAY_HOURS);
  const sameDay = wallOf(until, zone).day === here.day;
  return sameDay ? [{ id: 'later-today', label: 'Later today', until }] : [];
}

/** On a Sunday, that is tomorrow already. */
function nextWeek(until: Date): Preset {
  return { id: 'next-week', label: 'Next week', until };
}

/** The next Monday; on a Monday, the one in seven days. */
function daysToMonday(here: Wall): number {
  return (MONDAY - weekdayOf(here) + 7) % 7 || 7;
}

/** Whole seconds, as the API wants them. */
function later(now: Date, hours: number): Date {
  return new Date(Math.floor((now.getTime() + hours * HOUR) / SECOND) * SECOND);
}

function wholeMinutes(milliseconds: number): number {
  return Math.round(milliseconds / MINUTE) * MINUTE;
}
