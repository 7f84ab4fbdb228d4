import { type Mark } from '../api/types';
import { DAY, HOUR } from './units';

/** How near a deadline is now. The API says the same of the moment at which it answers. */
export function markAt(deadline: Date, now: Date): Mark {
  const left = deadline.getTime() - now.getTime();
  if (left <= 0) return 'overdue';
  if (left <= HOUR) return 'within-1-hour';
  return left <= DAY ? 'within-24-hours' : 'later';
}
