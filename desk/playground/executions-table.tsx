import { Box } from '@twilio-paste/box';
import { Tr } from '@twilio-paste/table';
import { type Execution } from '../stand-in/client';
import { Cell, MomentCell } from './cell';
import { LiveTable } from './live-table';
import { nameOfCustomer } from './names';
import { type WhatGoesOn } from './use-what-goes-on';

export function ExecutionsTable({ timers, conversations }: Pick<WhatGoesOn, 'timers' | 'conversations'>) {
  return (
    <LiveTable
      label="Timers"
      about="One execution of the state machine for each pause, named by conversation, pause and count: it waits for the deadline, then calls reassign."
      columns={['Name', 'Status', 'Fires']}
      rows={timers}
      empty="No timer yet: nothing was paused."
      render={(timer) => (
        <Tr key={timer.name}>
          <Cell>
            {nameOfCustomer(timer.input.conversationSid, conversations)}
            <Box color="colorTextWeak">{timer.name}</Box>
          </Cell>
          <Cell>{STATUS[timer.status]}</Cell>
          <MomentCell at={timer.status === 'RUNNING' ? timer.wakeAt : null} />
        </Tr>
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
