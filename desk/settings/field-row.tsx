import { Badge } from '@twilio-paste/badge';
import { Box } from '@twilio-paste/box';
import { HelpText } from '@twilio-paste/help-text';
import { Input } from '@twilio-paste/input';
import { Label } from '@twilio-paste/label';
import { Option, Select } from '@twilio-paste/select';
import { Switch } from '@twilio-paste/switch';
import { AmountFields } from '../forms/amount-fields';
import { type Amount } from '../time/amount';
import { type Field, FIELDS, type Path } from './fields';
import { idOf } from './ids';
import { ListFieldset } from './list-fieldset';
import { type Typed } from './typed';

export interface FieldRowProps {
  readonly path: Path;
  readonly typed: Typed;
  readonly error: string | undefined;
  readonly onType: (typed: Typed) => void;
}

/** One setting: its name, its field, a line that explains it, and what is wrong with it. */
export function FieldRow({ path, typed, error, onType }: FieldRowProps) {
  const field = FIELDS[path];
  const id = idOf(path);
  if (field.kind === 'switch') {
    return (
      <Switch
        id={id}
        checked={typed as boolean}
        helpText={field.help}
        onChange={({ target }) => onType(target.checked)}
      >
        {field.label}
      </Switch>
    );
  }
  if (field.kind === 'list')
    return <ListFieldset id={id} field={field} items={typed as readonly string[]} onChange={onType} />;
  return (
    <Box>
      <Box display="flex" flexWrap="wrap" columnGap="space30" alignItems="baseline">
        <Label htmlFor={id}>{field.label}</Label>
        {field.applies !== undefined && (
          <Badge as="span" variant="neutral" size="small" id={`${id}-applies`}>
            For {field.applies} only
          </Badge>
        )}
      </Box>
      <Control id={id} field={field} typed={typed} hasError={error !== undefined} onType={onType} />
      <Box id={`${id}-help`}>
        {error !== undefined && <HelpText variant="error">{error}</HelpText>}
        <HelpText>{field.help}</HelpText>
      </Box>
    </Box>
  );
}

interface ControlProps {
  readonly id: string;
  readonly field: Field;
  readonly typed: Typed;
  readonly hasError: boolean;
  readonly onType: (typed: Typed) => void;
}

function Control({ id, field, typed, hasError, onType }: ControlProps) {
  const describedBy = `${field.applies === undefined ? '' : `${id}-applies `}${id}-help`;
  if (field.kind === 'duration') {
    return (
      <AmountFields
        id={id}
        label={field.label}
        value={typed as Amount}
        onChange={onType}
        hasError={hasError}
        describedBy={describedBy}
      />
    );
  }
  const common = { id, value: typed as string, hasError, 'aria-describedby': describedBy };
  if (field.kind === 'choice') {
    return (
      <Select {...common} onChange={({ target }) => onType(target.value)}>
        {Object.entries(field.choices).map(([value, words]) => (
          <Option key={value} value={value}>
            {words}
          </Option>
        ))}
      </Select>
    );
  }
  return (
    <Input
      {...common}
      type="text"
      autoComplete="off"
      {...(field.kind === 'number' && { inputMode: 'numeric' })}
      onChange={({ target }) => onType(target.value)}
    />
  );
}
