import { Box } from '@twilio-paste/box';
import { useMemo } from 'react';
import { useLive } from '../live/use-live';
import { type StandIn } from '../stand-in/client';
import { tailOf } from '../stand-in/tail';
import { Cell, MomentCell } from './cell';
import { type Column, LiveTable } from './live-table';
import { nameOfCustomer } from './names';
import { type WhatGoesOn } from './use-what-goes-on';

/** The stand-in's most */
const MOST_WEBHOOKS = 200;

const COLUMNS: readonly Column[] = [
  { title: 'When', width: 28 },
  { title: 'Event', width: 54 },
  { title: 'Answer', width: 18 },
];

export interface WebhooksTableProps extends Pick<WhatGoesOn, 'conversations'> {
  readonly standIn: StandIn;
}

export function WebhooksTable({ standIn, conversations }: WebhooksTableProps) {
  const { value } = useLive(
    useMemo(() => tailOf((after) => standIn.webhooks(after), MOST_WEBHOOKS), [standIn]),
    () => true,
  );
  return (
    <LiveTable
      label="Webhooks"
      about="What Twilio’s stand-in has told the product, signed, and how it was answered. A lost one is found by the sweep."
      columns={COLUMNS}
      rows={value}
      empty="No webhook yet."
      render={({ id, at, eventType, conversationSid, status }) => (
        <tr key={id}>
          <MomentCell at={at} />
          <Cell>
            {eventType}
            {conversationSid !== null && (
              <Box color="colorTextWeak">{nameOfCustomer(conversationSid, conversations)}</Box>
            )}
          </Cell>
          <Cell>{status ?? 'None in time'}</Cell>
        </tr>
      )}
    />
  );
}
