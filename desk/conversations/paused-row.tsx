import { type Conversation } from '../api/types';
import { useNow } from '../live/live';
import { ago } from '../time/words';
import { Deadline } from './deadline';
import { Line, Row } from './row';

/** A paused conversation in a list: who, why, since when, and when it comes back. */
export function PausedRow({ conversation }: { readonly conversation: Conversation }) {
  const now = useNow();
  const { pause } = conversation;
  return (
    <Row conversation={conversation}>
      {pause && (
        <>
          <Deadline then="reassigned" at={pause.deadline} />
          {pause.reason !== null && <Line>{pause.reason}</Line>}
          {pause.note !== null && <Line>{pause.note}</Line>}
          <Line>{`Paused ${ago(new Date(pause.pausedAt), now)}`}</Line>
        </>
      )}
    </Row>
  );
}
