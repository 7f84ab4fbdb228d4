import { Box } from '@twilio-paste/box';
import { type Conversation } from '../api/types';
import { Deadline } from '../conversations/deadline';
import { Line, Row } from '../conversations/row';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { ago } from '../time/words';

export interface BoardRowProps {
  readonly conversation: Conversation;
  /** There is something beside the list. */
  readonly isNarrow: boolean;
}

/** A conversation of the board: the customer, whose it is, when it comes back, and why it was put aside. */
export function BoardRow({ conversation, isNarrow }: BoardRowProps) {
  const { nameOf } = useWorkplace();
  const now = useNow();
  const { pause, leave, workerName } = conversation;
  const aside = pause ?? leave;
  const since = pause?.pausedAt ?? leave?.leftAt;
  const who = (aside && nameOf(aside.workerSid)) ?? workerName ?? 'an agent';
  return (
    <Box
      display="grid"
      gridTemplateColumns={isNarrow ? '1fr' : ['1fr', '1fr', '2fr 3fr 2fr']}
      columnGap="space60"
      rowGap="space10"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      <Row conversation={conversation}>{null}</Row>
      <Box minWidth="0">
        {pause && <Deadline then="reassigned" at={pause.deadline} />}
        {leave && <Deadline then="closed" at={leave.expiresAt} />}
        {since !== undefined && (
          <Line>{`${pause ? 'Paused' : 'Left'} by ${who} ${ago(new Date(since), now)}`}</Line>
        )}
      </Box>
      <Box minWidth="0">
        {aside?.reason != null && <Line>{aside.reason}</Line>}
        {pause?.note != null && <Line>{pause.note}</Line>}
      </Box>
    </Box>
  );
}
