import { apply, type Decision, wrongState } from '../decision';
import type { NewOwner } from '../handover';
import type { Conversation } from '../record';

export interface HandoverInput {
  readonly to: NewOwner;
  /** Names who asks for it. */
  readonly asking: string;
}

/** A handover goes on for an hour; nobody asks for more of one pause within that. */
const REMEMBERED = 10;

/** The pause is another agent's from now on: same deadline, same timer. Who wraps it up goes on with that. */
export function handOver(record: Conversation, { to, asking }: HandoverInput): Decision {
  const { pause } = record;
  if (pause === null) return wrongState(record);
  const { workerSid, name } = to;
  const handedOverBy = [...pause.handedOverBy, asking].slice(-REMEMBERED);
  return apply({
    ...record,
    lastCommand: null,
    parkedBy: workerSid,
    workerName: name,
    pause: { ...pause, workerSid, handedOverBy },
  });
}
