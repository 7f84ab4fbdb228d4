import { Box } from '@twilio-paste/box';
import { Truncate } from '@twilio-paste/truncate';
import { type Execution } from '../stand-in/client';
import { Cell, MomentCell } from './cell';
import { type Column, LiveTable } from './live-table';
import { nameOfCustomer } from './names';
import { type WhatGoesOn } from './use-what-goes-on';

const COLUMNS: readonly Column[] = [
  { title: 'Name', width: 50 },
  { title: 'Status', width: 20 },
  { title: 'Fires', width: 30 },
];

export function ExecutionsTable({ timers, conversations }: Pick<WhatGoesOn, 'timers' | 'conversations'>) {
  return (
    <LiveTable
      label="Timers"
      about="One execution of the state machine for each pause, named by conversation, pause and count: it waits for the deadline, then calls reassign."
      columns={COLUMNS}
      rows={timers}
      empty="No timer yet: nothing was paused."
      render={(timer) => (
        <tr key={timer.name}>
          <Cell>
            {nameOfCustomer(timer.input.conversationSid, conversations)}
            <Box color="colorTextWeak">
              <Truncate title={timer.name}>{timer.name}</Truncate>
            </Box>
          </Cell>
          <Cell>{STATUS[timer.status]}</Cell>
          <MomentCell at={timer.status === 'RUNNING' ? timer.wakeAt : null} />
        </tr>
      )}
    />
  );
}

const STATUS: Readonly<Record<Execution['status'], string>> = {
  RUNNING: 'Running',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  ABORTED: 'Stopped',
  TIMED_OUT: 'Timed out',
};
