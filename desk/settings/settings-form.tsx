import { Box } from '@twilio-paste/box';
import { Heading } from '@twilio-paste/heading';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Settings } from '../api/types';
import { useCommand } from '../conversations/use-command';
import { useWorkplace } from '../conversations/workplace';
import { errorsIn, settingsOf } from './draft';
import { FieldRow } from './field-row';
import { type Path, PATHS, SECTIONS } from './fields';
import { idOf } from './ids';
import { OvertakenNotice } from './overtaken-notice';
import { SaveBar } from './save-bar';
import { useForm } from './use-form';
import { useLeaveWarning } from './use-leave-warning';

export interface SettingsFormProps {
  /** As they were read last */
  readonly newest: Settings;
  readonly onSaved: (settings: Settings) => void;
}

/** All settings. What is typed stays until it is saved or given up, whatever others save meanwhile. */
export function SettingsForm({ newest, onSaved }: SettingsFormProps) {
  const { api } = useWorkplace();
  const { running, problem, dismiss, run } = useCommand<'save'>();
  const form = useForm(newest);
  const { base, draft, changed, isOvertaken } = form;
  useLeaveWarning(changed.length > 0);
  const [saved, setSaved] = useState<number | null>(null);
  const notice = useRef<HTMLHeadingElement>(null);
  const isRefused = isOvertaken && problem?.code === 'version-mismatch';
  useEffect(() => {
    if (isRefused) notice.current?.focus();
  }, [isRefused]);
  const errors = errorsIn(draft);
  const wrong = PATHS.filter((path) => errors[path] !== undefined);

  const save = async (): Promise<void> => {
    if (isOvertaken) return notice.current?.focus();
    if (wrong[0] !== undefined) return focusOn(wrong[0]);
    if (changed.length === 0) return;
    const after = await run('save', () => api.putSettings(settingsOf(draft, base), base.version));
    if (!after) return;
    form.restart(after);
    onSaved(after);
    setSaved(after.version);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };

  return (
    <form noValidate onSubmit={submit}>
      <Box display="flex" flexDirection="column" rowGap="space80">
        <Heading as="h1" variant="heading20" marginBottom="space0">
          Settings
        </Heading>
        {isOvertaken && (
          <OvertakenNotice
            ref={notice}
            base={base}
            theirs={newest}
            mine={changed}
            onTakeTheirs={() => {
              dismiss();
              form.restart(newest);
            }}
            onPutOnTop={() => {
              dismiss();
              form.putOnTop();
            }}
          />
        )}
        {SECTIONS.map(({ title, paths }) => (
          <Box as="section" key={title} aria-label={title}>
            <Heading as="h2" variant="heading30">
              {title}
            </Heading>
            <Box display="flex" flexDirection="column" rowGap="space70">
              {paths.map((path) => (
                <FieldRow
                  key={path}
                  path={path}
                  typed={draft[path]}
                  error={errors[path]}
                  onType={(typed) => form.type(path, typed)}
                />
              ))}
            </Box>
          </Box>
        ))}
        <SaveBar
          changed={changed.length}
          wrong={wrong.length}
          isSaved={saved === base.version}
          isOvertaken={isOvertaken}
          isRunning={running !== null}
          problem={isRefused ? null : problem}
          onDismissProblem={dismiss}
          onDiscard={() => form.restart(newest)}
        />
      </Box>
    </form>
  );
}

function focusOn(path: Path): void {
  document.getElementById(idOf(path))?.focus();
}
