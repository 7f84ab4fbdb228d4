import { Box } from '@twilio-paste/box';
import { Tab, TabList, TabPanel, TabPanels, Tabs, useTabState } from '@twilio-paste/tabs';
import { type ReactNode, useEffect } from 'react';
import { type StandIn } from '../stand-in/client';
import { EventsTable } from './events-table';
import { ExecutionsTable } from './executions-table';
import { OwedTable } from './owed-table';
import { Section } from './section';
import { useKept } from './use-kept';
import { type WhatGoesOn } from './use-what-goes-on';
import { WebhooksTable } from './webhooks-table';

export interface UnderneathProps extends Pick<WhatGoesOn, 'timers' | 'events' | 'conversations'> {
  readonly standIn: StandIn;
}

/** What the product does while people click: its timers, what it owes to the outside, what it hears and tells. */
export function Underneath({ standIn, timers, events, conversations }: UnderneathProps) {
  const [kept, keep] = useKept(sessionStorage, 'tab', 'underneath-timers');
  const state = useTabState({ baseId: 'underneath', selectedId: kept });
  const { selectedId } = state;
  useEffect(() => {
    if (selectedId) keep(selectedId);
  }, [selectedId, keep]);
  const panels: readonly { readonly id: string; readonly title: string; readonly content: ReactNode }[] = [
    {
      id: 'underneath-timers',
      title: 'Timers',
      content: <ExecutionsTable timers={timers} conversations={conversations} />,
    },
    {
      id: 'underneath-owed',
      title: 'Owed',
      content: <OwedTable standIn={standIn} conversations={conversations} />,
    },
    {
      id: 'underneath-webhooks',
      title: 'Webhooks',
      content: <WebhooksTable standIn={standIn} conversations={conversations} />,
    },
    {
      id: 'underneath-events',
      title: 'Events',
      content: <EventsTable events={events} conversations={conversations} />,
    },
  ];
  return (
    <Section id="playground-underneath" title="What goes on underneath">
      <Tabs state={state}>
        <TabList aria-label="What goes on underneath">
          {panels.map(({ id, title }) => (
            <Tab key={id} id={id}>
              {title}
            </Tab>
          ))}
        </TabList>
        <TabPanels>
          {panels.map(({ id, content }) => (
            <TabPanel key={id} tabId={id}>
              {selectedId === id && (
                <Box display="flex" flexDirection="column" rowGap="space40">
                  {content}
                </Box>
              )}
            </TabPanel>
          ))}
        </TabPanels>
      </Tabs>
    </Section>
  );
}
