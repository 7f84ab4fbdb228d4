import { apply, type Decision, NOTHING, wrongState } from '../decision';
import { toldMarkOf } from '../marks';
import { type Context, effectId } from '../pending';
import type { Conversation } from '../record';
import { oweTimer, oweTimerStop, timerName } from '../timers';
import type { Instant } from '../time';

export interface ChangePauseInput {
  /** Absent: the deadline stays. */
  readonly deadline?: Instant;
  /** Absent: the note stays. */
  readonly note?: string | null;
}

/** Another deadline starts a timer under a new name, and only then stops the old one. */
export function changePause(record: Conversation, input: ChangePauseInput, context: Context): Decision {
  const { pause } = record;
  if (pause === null) return wrongState(record);
  const deadline = input.deadline ?? pause.deadline;
  const note = input.note === undefined ? pause.note : input.note;
  if (deadline === pause.deadline && note === pause.note) return NOTHING;
  if (deadline === pause.deadline) return apply({ ...record, pause: { ...pause, note } });

  const another = { ...pause, deadline, note, timers: pause.timers + 1 };
  const changed = { ...another, toldMark: toldMarkOf(another, context.now) };
  const started = { ...record, pending: oweTimer(record, changed, context) };
  const start = effectId({
    kind: 'start-timer',
    name: timerName(record.conversationSid, changed),
    pauseId: pause.pauseId,
    deadline,
  });
  return apply({ ...record, pause: changed, pending: oweTimerStop(started, context, { after: [start] }) });
}

/** The moment has come at which a mark is told. */
export function reachMark(record: Conversation, _input: unknown, { now }: Context): Decision {
  const { pause } = record;
  if (pause === null) return wrongState(record);
  const toldMark = toldMarkOf(pause, now);
  return toldMark === pause.toldMark ? NOTHING : apply({ ...record, pause: { ...pause, toldMark } });
}
