import { useEffect } from 'react';
import { type Live } from '../live/live';
import { Poller } from '../live/poller';
import { type StandIn } from '../stand-in/client';

/** Keeps the clock at the product's time where it can be jumped: on one machine. Elsewhere it is the browser's. */
export function useProductClock(standIn: StandIn | null, live: Live): void {
  useEffect(() => {
    if (!standIn) return undefined;
    const poller = new Poller<string>({
      load: () => standIn.now(),
      isChanging: () => false,
      onValue: (now) => live.clock.set(new Date(now)),
      // Whatever else polls shows that the connection is lost.
      onProblem: () => undefined,
      surroundings: live.surroundings,
    });
    const endHurries = live.pulse.onHurry(() => poller.refresh());
    return () => {
      endHurries();
      poller.end();
    };
  }, [standIn, live]);
}
