import { Box } from '@twilio-paste/box';
import { Input } from '@twilio-paste/input';
import { Option, Select } from '@twilio-paste/select';
import { type Amount, type Unit } from '../time/amount';

export interface AmountFieldsProps {
  readonly id: string;
  /** What the number is of; the label of the unit begins with it */
  readonly label: string;
  readonly value: Amount;
  readonly onChange: (value: Amount) => void;
  readonly hasError?: boolean;
  readonly describedBy?: string | undefined;
}

const USUAL_UNITS: readonly Unit[] = ['minutes', 'hours', 'days'];

/** A length of time: a number, and of what. Seconds can be kept, but nobody means them. */
export function AmountFields({
  id,
  label,
  value,
  onChange,
  hasError = false,
  describedBy,
}: AmountFieldsProps) {
  const units: readonly Unit[] = value.unit === 'seconds' ? ['seconds', ...USUAL_UNITS] : USUAL_UNITS;
  return (
    <Box display="flex" columnGap="space30">
      <Box width="size10">
        <Input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={value.count}
          hasError={hasError}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange({ ...value, count: target.value })}
        />
      </Box>
      <Box>
        <Select
          id={`${id}-unit`}
          aria-label={`${label}, unit`}
          value={value.unit}
          hasError={hasError}
          onChange={({ target }) => onChange({ ...value, unit: target.value as Unit })}
        >
          {units.map((unit) => (
            <Option key={unit} value={unit}>
              {value.count.trim() === '1' ? unit.slice(0, -1) : unit}
            </Option>
          ))}
        </Select>
      </Box>
    </Box>
  );
}
