import { useMemo, useState } from 'react';
import { type Problem } from '../api/problem';
import { type PauseRequest, type Settings } from '../api/types';
import { millisecondsOf } from '../time/duration';
import { presetsOf } from '../time/presets';
import { Dialog } from './dialog';
import { NoteField } from './note-field';
import { ReasonField } from './reason-field';
import { requested, type TimeChoice } from './time-choice';
import { TimeFields } from './time-fields';
import { useWorkplace } from './workplace';

export interface PauseDialogProps {
  readonly customer: string;
  readonly settings: Settings;
  /** When the dialog was opened: what it offers does not move under the person's hands. */
  readonly openedAt: Date;
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  readonly onDismissProblem: () => void;
  readonly onPause: (request: PauseRequest) => void;
  readonly onCancel: () => void;
}

/** Asks for what the settings ask for: how long, why, and a note for who takes it up again. */
export function PauseDialog(props: PauseDialogProps) {
  const { customer, settings, openedAt, isRunning, problem, onDismissProblem, onPause, onCancel } = props;
  const { place } = useWorkplace();
  const [time, setTime] = useState<TimeChoice>({
    choice: 'longest',
    own: { date: '', time: '' },
  });
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);

  const bounds = useMemo(
    () => ({
      now: openedAt,
      latest: new Date(openedAt.getTime() + millisecondsOf(settings.pause.timeLimit)),
    }),
    [openedAt, settings.pause.timeLimit],
  );
  const presets = useMemo(() => presetsOf(bounds.now, bounds.latest, place.zone), [bounds, place.zone]);
  const until = requested(time, presets, bounds, place);
  const lacksReason = settings.pause.requireReason && reason.trim() === '';

  const submit = (): void => {
    setTried(true);
    if (typeof until === 'string' || lacksReason) return;
    onPause({
      ...until,
      ...(reason.trim() !== '' && { reason: reason.trim() }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
  };

  return (
    <Dialog
      title={`Pause the conversation with ${customer}`}
      action="Pause"
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
        error={isTried && typeof until === 'string' ? until : undefined}
      />
      <ReasonField
        reasons={settings.pause.reasons}
        required={settings.pause.requireReason}
        value={reason}
        onChange={setReason}
        error={isTried && lacksReason ? 'Say why, so that others understand it.' : undefined}
      />
      {!settings.hipaa && <NoteField value={note} onChange={setNote} />}
    </Dialog>
  );
}
