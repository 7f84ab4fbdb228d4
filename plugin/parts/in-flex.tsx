import { Theme } from '@twilio-paste/theme';
import { type PropsWithChildren } from 'react';
import { WorkplaceProvider } from '../../desk/conversations/workplace';
import { LiveProvider } from '../../desk/live/live';
import { type PluginWorkplace } from '../workplace';

/** What the shared components need around them: Flex shows each part of the plugin in a place of its own. */
export function InFlex({ live, workplace, children }: PropsWithChildren<PluginWorkplace>) {
  return (
    <Theme.Provider theme="default">
      <LiveProvider live={live}>
        <WorkplaceProvider workplace={workplace}>{children}</WorkplaceProvider>
      </LiveProvider>
    </Theme.Provider>
  );
}
