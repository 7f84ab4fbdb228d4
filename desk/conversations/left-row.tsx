import { type Conversation } from '../api/types';
import { useNow } from '../live/live';
import { ago } from '../time/words';
import { Deadline } from './deadline';
import { Line, Row } from './row';

/** A left conversation in a list: who, why, since when, and when it is closed if the customer does not reply. */
export function LeftRow({ conversation }: { readonly conversation: Conversation }) {
  const now = useNow();
  const { leave } = conversation;
  return (
    <Row conversation={conversation}>
      {leave && (
        <>
          <Deadline then="closed" at={leave.expiresAt} />
          {leave.reason !== null && <Line>{leave.reason}</Line>}
          <Line>{`Left ${ago(new Date(leave.leftAt), now)}`}</Line>
        </>
      )}
    </Row>
  );
}
