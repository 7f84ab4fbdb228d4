import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { useState } from 'react';
import { useWorkplace } from '../conversations/workplace';
import { type BusEvent } from '../stand-in/client';
import { Cell, MomentCell } from './cell';
import { type Column, LiveTable } from './live-table';
import { nameOfCustomer } from './names';
import { type WhatGoesOn } from './use-what-goes-on';

const COLUMNS: readonly Column[] = [
  { title: 'When', width: 28 },
  { title: 'Event', width: 54 },
  { title: 'By', width: 18 },
];

export function EventsTable({ events, conversations }: Pick<WhatGoesOn, 'events' | 'conversations'>) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <LiveTable
      label="Events"
      about="What went to the EventBridge bus, for custom logic of your own. Choose one to see it whole."
      columns={COLUMNS}
      rows={events}
      empty="No event yet."
      render={(event) => (
        <EventRows
          key={event.id}
          event={event}
          customer={customerOf(event, conversations)}
          isOpen={event.id === opened}
          onToggle={() => setOpened(event.id === opened ? null : event.id)}
        />
      )}
    />
  );
}

function customerOf({ detail }: BusEvent, conversations: WhatGoesOn['conversations']): string | null {
  return detail.conversationSid === undefined ? null : nameOfCustomer(detail.conversationSid, conversations);
}

interface EventRowsProps {
  readonly event: BusEvent;
  /** null: of no conversation */
  readonly customer: string | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function EventRows({ event, customer, isOpen, onToggle }: EventRowsProps) {
  const { nameOf } = useWorkplace();
  const { by, at } = event.detail;
  return (
    <>
      <tr>
        <MomentCell at={at} />
        <Cell>
          <Button variant="link" size="reset" aria-expanded={isOpen} onClick={onToggle}>
            {event['detail-type']}
          </Button>
          {customer !== null && <Box color="colorTextWeak">{customer}</Box>}
        </Cell>
        <Cell>{nameOf(by) ?? by}</Cell>
      </tr>
      {isOpen && (
        <tr>
          <Cell colSpan={COLUMNS.length}>
            <Box
              as="pre"
              margin="space0"
              fontFamily="fontFamilyCode"
              fontSize="fontSize20"
              lineHeight="lineHeight20"
              whiteSpace="pre-wrap"
              overflowWrap="anywhere"
            >
              {JSON.stringify(event.detail, null, 2)}
            </Box>
          </Cell>
        </tr>
      )}
    </>
  );
}
