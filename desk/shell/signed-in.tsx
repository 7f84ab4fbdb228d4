import { useEffect, useMemo } from 'react';
import { apiOf } from '../api/client';
import { httpOf } from '../api/http';
import { type User, type Workplace, WorkplaceProvider } from '../conversations/workplace';
import { browser } from '../live/browser';
import { Connection } from '../live/connection';
import { type Live, LiveProvider } from '../live/live';
import { Pulse } from '../live/pulse';
import { type StandIn, standInOf } from '../stand-in/client';
import { StandInProvider } from '../stand-in/context';
import { Clock } from '../time/clock';
import { placeOf } from '../time/words';
import { type Demo } from './demo';
import { Page } from './page';
import { useProductClock } from './use-product-clock';
import { type View } from './views';

export interface SignedInProps {
  readonly apiUrl: string;
  readonly token: string;
  readonly user: User;
  readonly views: readonly View[];
  readonly demo?: Demo;
}

/** All that a person's desk needs, put together once. */
export function SignedIn({ apiUrl, token, user, views, demo }: SignedInProps) {
  const fetching = useMemo(() => window.fetch.bind(window), []);
  const live = useMemo<Live>(
    () => ({ clock: new Clock(), connection: new Connection(), pulse: new Pulse(), surroundings: browser }),
    [],
  );
  const standIn = useMemo<StandIn | null>(
    () => (demo ? standInOf(httpOf({ baseUrl: '', fetch: fetching })) : null),
    [demo, fetching],
  );
  const workplace = useMemo<Workplace>(
    () => ({
      api: apiOf(httpOf({ baseUrl: apiUrl, token, fetch: fetching })),
      user,
      place: placeOf(navigator.language),
      nameOf: (workerSid) => demo?.agents.find((each) => each.workerSid === workerSid)?.name ?? null,
    }),
    [apiUrl, token, user, demo, fetching],
  );
  useProductClock(standIn, live);
  useEffect(() => {
    document.title = `${user.name}: Leave and Pause`;
  }, [user]);

  return (
    <LiveProvider live={live}>
      <StandInProvider standIn={standIn}>
        <WorkplaceProvider workplace={workplace}>
          <Page views={views} demo={demo} />
        </WorkplaceProvider>
      </StandInProvider>
    </LiveProvider>
  );
}
