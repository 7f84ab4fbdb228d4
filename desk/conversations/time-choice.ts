import { type DateAndTime, fromInput, toInput, wholeSecond } from '../time/local-input';
import { type Preset } from '../time/presets';
import { absolute, type Place } from '../time/words';
import { MINUTE } from '../time/units';

/** What is chosen in a form: a preset, or a date and time of one's own. */
export interface TimeChoice {
  readonly choice: Preset['id'] | 'own';
  readonly own: DateAndTime;
}

export interface Bounds {
  readonly now: Date;
  /** The last moment that is allowed */
  readonly latest: Date;
}

/**
 * What the API is asked for. Nothing where it is the longest that is allowed, which the API itself knows best: it
 * counts from the moment at which it answers.
 *
 * @returns a text: what is wrong with the choice
 */
export function requested(
  { choice, own }: TimeChoice,
  presets: readonly Preset[],
  { now, latest }: Bounds,
  place: Place,
): { readonly until?: string } | string {
  if (choice === 'longest') return {};
  const until =
    choice === 'own' ? fromInput(own, place.zone) : presets.find(({ id }) => id === choice)?.until;
  if (!until) return 'Choose a date and a time.';
  if (until.getTime() - now.getTime() < MINUTE) return 'Choose a time that is at least a minute ahead.';
  if (until > latest) return `Choose a time not later than ${absolute(latest, now, place)}.`;
  return { until: wholeSecond(until) };
}

/** Whether two fields show the same. */
export function isSame(a: DateAndTime, b: DateAndTime): boolean {
  return a.date === b.date && a.time === b.time;
}

/** The dates of the bounds, as the browser's field takes them. */
export function dateBounds({ now, latest }: Bounds, zone: string): { min: string; max: string } {
  return { min: toInput(now, zone).date, max: toInput(latest, zone).date };
}
