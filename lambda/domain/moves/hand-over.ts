import { apply, type Decision, wrongState } from '../decision';
import type { NewOwner } from '../handover';
import type { Conversation } from '../record';

export interface HandoverInput {
  readonly to: NewOwner;
}

/** The pause is another agent's from now on: same deadline, same timer. Who wraps it up goes on with that. */
export function handOver(record: Conversation, { to }: HandoverInput): Decision {
  const { pause } = record;
  if (pause === null) return wrongState(record);
  const { workerSid, name } = to;
  return apply({
    ...record,
    lastCommand: null,
    parkedBy: workerSid,
    workerName: name,
    pause: { ...pause, workerSid },
  });
}
