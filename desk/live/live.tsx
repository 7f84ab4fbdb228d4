import { createContext, type PropsWithChildren, useContext, useEffect, useState } from 'react';
import { type Clock } from '../time/clock';
import { MINUTE } from '../time/units';
import { type Connection } from './connection';
import { type Surroundings } from './poller';
import { type Pulse } from './pulse';

/** What is shared by all that is live on a page. */
export interface Live {
  readonly clock: Clock;
  readonly connection: Connection;
  readonly pulse: Pulse;
  readonly surroundings: Surroundings;
}

const LiveContext = createContext<(Live & { readonly now: Date }) | null>(null);

/** Lets what is below it poll, and know what time it is: again each minute, and whenever the clock is jumped. */
export function LiveProvider({ live, children }: PropsWithChildren<{ live: Live }>) {
  const [now, setNow] = useState(() => live.clock.now());
  useEffect(() => {
    const tick = (): void => setNow(live.clock.now());
    const timer = setInterval(tick, MINUTE);
    const endVisibility = live.surroundings.onVisibility(tick);
    const endJumps = live.clock.onJump(tick);
    const endHurries = live.pulse.onHurry(tick);
    return () => {
      clearInterval(timer);
      endVisibility();
      endJumps();
      endHurries();
    };
  }, [live]);
  return <LiveContext.Provider value={{ ...live, now }}>{children}</LiveContext.Provider>;
}

export function useLiveContext(): Live & { readonly now: Date } {
  const context = useContext(LiveContext);
  if (!context) throw new Error('there is no LiveProvider around this component');
  return context;
}

/** The product's time, as of the last minute. */
export function useNow(): Date {
  return useLiveContext().now;
}

export function useConnectionLost(): boolean {
  const { connection } = useLiveContext();
  const [lost, setLost] = useState(connection.isLost);
  useEffect(() => connection.onChange(() => setLost(connection.isLost)), [connection]);
  return lost;
}
