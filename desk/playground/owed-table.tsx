import { useCallback } from 'react';
import { useLive } from '../live/use-live';
import { type StandIn } from '../stand-in/client';
import { Cell, MomentCell } from './cell';
import { type Column, LiveTable } from './live-table';
import { nameOfCustomer } from './names';
import { type WhatGoesOn } from './use-what-goes-on';

const COLUMNS: readonly Column[] = [
  { title: 'Conversation', width: 30 },
  { title: 'Owes', width: 40 },
  { title: 'Sweep looks', width: 30 },
];

export interface OwedTableProps extends Pick<WhatGoesOn, 'conversations'> {
  readonly standIn: StandIn;
}

export function OwedTable({ standIn, conversations }: OwedTableProps) {
  const { value } = useLive(
    useCallback(() => standIn.owed(), [standIn]),
    () => true,
  );
  return (
    <LiveTable
      label="Effects owed"
      about="What is decided and written down, and still to be done outside: by the action itself within moments, or by the sweep after a crash or an outage."
      columns={COLUMNS}
      rows={value}
      empty="Nothing is owed: all is done."
      render={({ conversationSid, owed, wakeAt }) => (
        <tr key={conversationSid}>
          <Cell>{nameOfCustomer(conversationSid, conversations)}</Cell>
          <Cell>{owed.join(', ')}</Cell>
          <MomentCell at={wakeAt} />
        </tr>
      )}
    />
  );
}
