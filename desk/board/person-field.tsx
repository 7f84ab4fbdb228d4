import { Box } from '@twilio-paste/box';
import { HelpText } from '@twilio-paste/help-text';
import { Label } from '@twilio-paste/label';
import { Option, Select } from '@twilio-paste/select';
import { type Person } from './people';

export interface PersonFieldProps {
  readonly id: string;
  readonly label: string;
  /** What "" means, such as all agents or no agent */
  readonly none: string;
  readonly people: readonly Person[];
  /** What is said of somebody beside the name */
  readonly about?: (person: Person) => string;
  readonly value: string;
  readonly onChange: (workerSid: string) => void;
  readonly help?: string;
}

/** An agent to pick. */
export function PersonField({ id, label, none, people, about, value, onChange, help }: PersonFieldProps) {
  return (
    <Box>
      <Label htmlFor={id}>{label}</Label>
      <Select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...(help !== undefined && { 'aria-describedby': `${id}-help` })}
      >
        {[
          <Option key="" value="">
            {none}
          </Option>,
          ...people.map((person) => (
            <Option key={person.workerSid} value={person.workerSid}>
              {about ? `${person.name}, ${about(person)}` : person.name}
            </Option>
          )),
        ]}
      </Select>
      {help !== undefined && <HelpText id={`${id}-help`}>{help}</HelpText>}
    </Box>
  );
}

/** Who takes tasks now; who is no agent of the workspace any more is not to be picked for new work. */
export function availability({ available }: Person): string {
  return available ? 'available' : 'not available';
}
