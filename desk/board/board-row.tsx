import { Box } from '@twilio-paste/box';
import { type PropsWithChildren } from 'react';
import { type Conversation } from '../api/types';
import { Deadline } from '../conversations/deadline';
import { Line, Row } from '../conversations/row';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { ago } from '../time/words';

/** A conversation of the board: the customer, whose it is, when it comes back, and why it was put aside. */
export function BoardRow({ conversation }: { readonly conversation: Conversation }) {
  const { nameOf } = useWorkplace();
  const now = useNow();
  const { pause, leave, workerName } = conversation;
  const aside = pause ?? leave;
  const since = pause?.pausedAt ?? leave?.leftAt;
  const who = (aside && nameOf(aside.workerSid)) ?? workerName ?? 'an agent';
  return (
    <Box
      // As many beside each other as there is room for in the list, whatever is beside it.
      display="flex"
      flexWrap="wrap"
      columnGap="space60"
      rowGap="space10"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      <Cell flex="2 1 10rem">
        <Row conversation={conversation}>{null}</Row>
      </Cell>
      <Cell flex="3 1 18rem">
        {pause && <Deadline then="reassigned" at={pause.deadline} />}
        {leave && <Deadline then="closed" at={leave.expiresAt} />}
        {since !== undefined && (
          <Line>{`${pause ? 'Paused' : 'Left'} by ${who} ${ago(new Date(since), now)}`}</Line>
        )}
      </Cell>
      <Cell flex="2 1 10rem">
        {aside && aside.reason !== null && <Line>{aside.reason}</Line>}
        {pause && pause.note !== null && <Line>{pause.note}</Line>}
      </Cell>
    </Box>
  );
}

function Cell({ flex, children }: PropsWithChildren<{ readonly flex: string }>) {
  return (
    <Box flex={flex} minWidth="0">
      {children}
    </Box>
  );
}
