import { Tr } from '@twilio-paste/table';
import { useMemo } from 'react';
import { useLive } from '../live/use-live';
import { type StandIn } from '../stand-in/client';
import { tailOf } from '../stand-in/tail';
import { Cell, MomentCell } from './cell';
import { LiveTable } from './live-table';
import { nameOfCustomer } from './names';
import { type WhatGoesOn } from './use-what-goes-on';

/** The stand-in's most */
const MOST_WEBHOOKS = 200;

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
      columns={['When', 'Event', 'Answer']}
      rows={value}
      empty="No webhook yet."
      render={({ id, at, eventType, conversationSid, status }) => (
        <Tr key={id}>
          <MomentCell at={at} />
          <Cell>
            {eventType}
            {conversationSid !== null && `, ${nameOfCustomer(conversationSid, conversations)}`}
          </Cell>
          <Cell>{status ?? 'None in time'}</Cell>
        </Tr>
      )}
    />
  );
}
