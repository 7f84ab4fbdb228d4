import { Box } from '@twilio-paste/box';
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
      display="grid"
      // As many beside each other as there is room for in the list, whatever is beside it.
      gridTemplateColumns="repeat(auto-fit, minmax(min(15rem, 100%), 1fr))"
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
        {aside && aside.reason !== null && <Line>{aside.reason}</Line>}
        {pause && pause.note !== null && <Line>{pause.note}</Line>}
      </Box>
    </Box>
  );
}
