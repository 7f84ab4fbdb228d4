import { useMemo, useState } from 'react';
import { type Problem } from '../api/problem';
import { type ChangePauseRequest, type Pause, type Settings } from '../api/types';
import { millisecondsOf } from '../time/duration';
import { toInput, wholeSecond } from '../time/local-input';
import { presetsOf } from '../time/presets';
import { DAY } from '../time/units';
import { Dialog } from './dialog';
import { NoteField } from './note-field';
import { isSame, requested, type TimeChoice } from './time-choice';
import { TimeFields } from './time-fields';
import { isSupervisor, type User, useWorkplace } from './workplace';

/** How long a pause may last in all for a supervisor, and for anybody by any setting. */
const SUPERVISORS_LIMIT = 90 * DAY;

export interface ChangePauseDialogProps {
  readonly customer: string;
  readonly pause: Pause;
  readonly settings: Settings;
  readonly openedAt: Date;
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  readonly onDismissProblem: () => void;
  readonly onChange: (request: ChangePauseRequest) => void;
  readonly onCancel: () => void;
}

/** Another time or note for a pause that goes on. */
export function ChangePauseDialog(props: ChangePauseDialogProps) {
  const { customer, pause, settings, openedAt, isRunning, problem, onDismissProblem, onCancel } = props;
  const { place, user } = useWorkplace();
  const [time, setTime] = useState<TimeChoice>({
    choice: 'own',
    own: toInput(new Date(pause.deadline), place.zone),
  });
  const [note, setNote] = useState(pause.note ?? '');
  const [isTried, setTried] = useState(false);

  const bounds = useMemo(
    () => ({ now: openedAt, latest: latestOf(pause, settings, user) }),
    [openedAt, pause, settings, user],
  );
  const presets = useMemo(() => presetsOf(bounds.now, bounds.latest, place.zone), [bounds, place.zone]);
  const until = requested(time, presets, bounds, place);
  const isSameTime = time.choice === 'own' && isSame(time.own, toInput(new Date(pause.deadline), place.zone));

  const submit = (): void => {
    setTried(true);
    if (typeof until === 'string' && !isSameTime) return;
    const chosen =
      typeof until === 'string' || isSameTime ? {} : { until: until.until ?? wholeSecond(bounds.latest) };
    const noted = note.trim() === (pause.note ?? '') ? {} : { note: note.trim() };
    props.onChange({ ...chosen, ...noted });
  };

  return (
    <Dialog
      title={`Change the pause of ${customer}`}
      action="Save"
      isRunning={isRunning}
      problem={problem}
      onDismissProblem={onDismissProblem}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TimeFields
        {...bounds}
        presets={presets}
        value={time}
        onChange={setTime}
        error={isTried && typeof until === 'string' && !isSameTime ? until : undefined}
      />
      {!settings.hipaa && <NoteField value={note} onChange={setNote} />}
    </Dialog>
  );
}

/**
 * An agent's limit is the one that held when the pause began, which may be another one than today's: the deadline that
 * it has shows that it is allowed at least, and the API refuses what goes beyond.
 */
function latestOf({ pausedAt, deadline }: Pause, { pause }: Settings, user: User): Date {
  const limit = isSupervisor(user) ? SUPERVISORS_LIMIT : millisecondsOf(pause.timeLimit);
  return new Date(Math.max(new Date(pausedAt).getTime() + limit, new Date(deadline).getTime()));
}
