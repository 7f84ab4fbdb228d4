import { Box } from '@twilio-paste/box';
import { HelpText } from '@twilio-paste/help-text';
import { Label } from '@twilio-paste/label';
import { TextArea } from '@twilio-paste/textarea';

/** The API takes no longer one. */
const MOST_CHARACTERS = 500;

export interface NoteFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function NoteField({ value, onChange }: NoteFieldProps) {
  return (
    <Box>
      <Label htmlFor="note">Note</Label>
      <TextArea
        id="note"
        value={value}
        maxLength={MOST_CHARACTERS}
        aria-describedby="note-help"
        onChange={({ target }) => onChange(target.value)}
      />
      <HelpText id="note-help">
        For who takes it up again. {MOST_CHARACTERS - value.length} characters left.
      </HelpText>
    </Box>
  );
}
