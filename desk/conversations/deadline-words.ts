import { type Mark } from '../api/types';
import { markAt } from '../time/marks';
import { absolute, type Place, span } from '../time/words';

/** What happens at the moment: a pause is reassigned, a left conversation without a reply is closed. */
export type Then = 'reassigned' | 'closed';

/** "Reassigned in 23 h, today at 16:05": always relative and absolute, in the person's own time zone */
export function deadlineWords(then: Then, moment: Date, now: Date, place: Place): string {
  if (moment <= now) return then === 'reassigned' ? 'Being reassigned' : 'Being closed';
  const left = span(moment.getTime() - now.getTime());
  return `${then === 'reassigned' ? 'Reassigned' : 'Closed'} in ${left}, ${absolute(moment, now, place)}`;
}

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  later: 'Later',
  'within-24-hours': 'Within 24 hours',
  'within-1-hour': 'Within 1 hour',
  overdue: 'Being reassigned',
};

export function markWords(mark: Mark): string {
  return MARK_WORDS[mark];
}

/** What marks are told of. */
export interface Marked {
  readonly id: string;
  readonly customer: string;
  readonly deadline: Date;
}

/**
 * What a screen reader is told: who has come within 24 hours or 1 hour since it was last looked, and nothing else.
 *
 * @param before marks by id when it was last looked; whoever is not in it is new and not told
 */
export function crossings(before: ReadonlyMap<string, Mark>, paused: readonly Marked[], now: Date): string[] {
  return paused.flatMap(({ id, customer, deadline }) => {
    const [was, is] = [before.get(id), markAt(deadline, now)];
    if (was === undefined || was === is) return [];
    if (is === 'within-1-hour') return [`${customer}: reassigned within 1 hour`];
    return is === 'within-24-hours' && was === 'later' ? [`${customer}: reassigned within 24 hours`] : [];
  });
}
