import { useEffect, useState } from 'react';
import { type ConversationList, type PausedSummary } from '../api/types';
import { useWorkplace } from '../conversations/workplace';
import { useLiveContext } from '../live/live';

/**
 * All that is paused, in numbers: again each minute and when the list has changed. It is not polled like the list, as up
 * to 10,000 pauses are counted for it.
 */
export function useSummary(list: ConversationList | undefined): PausedSummary | undefined {
  const { api } = useWorkplace();
  const { now, surroundings } = useLiveContext();
  const [summary, setSummary] = useState<PausedSummary>();
  useEffect(() => {
    if (!surroundings.isVisible()) return undefined;
    let isCurrent = true;
    api.summary().then(
      (heard) => isCurrent && setSummary(heard),
      // The list, which is polled, shows that the connection is lost.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, surroundings, list, now]);
  return summary;
}
