import { Box } from '@twilio-paste/box';
import { HelpText } from '@twilio-paste/help-text';
import { Input } from '@twilio-paste/input';
import { Label } from '@twilio-paste/label';
import { Option, Select } from '@twilio-paste/select';

/** The API takes no longer one. */
const MOST_CHARACTERS = 100;

export interface ReasonFieldProps {
  /** Empty: anything may be written */
  readonly reasons: readonly string[];
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** Why: one of the reasons of the settings, or words of one's own where they have none. */
export function ReasonField({ reasons, required, value, onChange, error }: ReasonFieldProps) {
  const common = {
    id: 'reason',
    value,
    required,
    hasError: error !== undefined,
    ...(error !== undefined && { 'aria-describedby': 'reason-error' }),
  };
  return (
    <Box>
      <Label htmlFor="reason" required={required}>
        Reason
      </Label>
      {reasons.length > 0 ? (
        <Select {...common} onChange={({ target }) => onChange(target.value)}>
          {['', ...reasons].map((each) => (
            <Option key={each} value={each}>
              {each === '' ? (required ? 'Choose a reason' : 'None') : each}
            </Option>
          ))}
        </Select>
      ) : (
        <Input
          {...common}
          type="text"
          maxLength={MOST_CHARACTERS}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {error !== undefined && (
        <HelpText id="reason-error" variant="error">
          {error}
        </HelpText>
      )}
    </Box>
  );
}
