import { Box } from '@twilio-paste/box';
import { useCallback } from 'react';
import { useWorkplace } from '../conversations/workplace';
import { Playground } from '../playground/playground';
import { useStandIn } from '../stand-in/context';
import { ConnectionNotice } from './connection-notice';
import { type Demo } from './demo';
import { Header } from './header';
import { useHash } from './use-hash';
import { conversationOf, routeOf, type View, viewsFor } from './views';

export interface PageProps {
  readonly views: readonly View[];
  readonly demo?: Demo | undefined;
}

/** The bar at the top, and the view that the address means. */
export function Page({ views, demo }: PageProps) {
  const { user } = useWorkplace();
  const seen = viewsFor(views, user);
  const standIn = useStandIn();
  const hash = useHash();
  const { view, rest } = routeOf(hash, seen);
  const go = useCallback((path: string) => {
    window.location.hash = `#/${path}`;
  }, []);
  const main = (
    <Box as="main" flexGrow={1} minWidth="0" minHeight="0" overflow="hidden">
      {view && <view.component rest={rest} go={go} />}
    </Box>
  );
  return (
    <Box display="flex" flexDirection="column" height="100vh" backgroundColor="colorBackgroundBody">
      <Header views={seen} current={view} demo={demo} />
      <ConnectionNotice />
      {standIn && demo ? (
        <Playground standIn={standIn} open={conversationOf(hash)} signIn={demo.signIn}>
          {main}
        </Playground>
      ) : (
        main
      )}
    </Box>
  );
}
