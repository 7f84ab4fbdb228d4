import { Box } from '@twilio-paste/box';
import { HelpText } from '@twilio-paste/help-text';
import { Input } from '@twilio-paste/input';
import { Label } from '@twilio-paste/label';
import { Radio, RadioGroup } from '@twilio-paste/radio-group';
import { type Preset } from '../time/presets';
import { absolute } from '../time/words';
import { type Bounds, dateBounds, type TimeChoice } from './time-choice';
import { useWorkplace } from './workplace';

export interface TimeFieldsProps extends Bounds {
  readonly presets: readonly Preset[];
  readonly value: TimeChoice;
  readonly onChange: (value: TimeChoice) => void;
  /** What is wrong with the choice */
  readonly error?: string | undefined;
}

/** Until when: moments to choose from, or a date and time of one's own. */
export function TimeFields({ presets, value, onChange, error, now, latest }: TimeFieldsProps) {
  const { place } = useWorkplace();
  const own = value.choice === 'own';
  const described = { hasError: error !== undefined, 'aria-describedby': 'until-help' };
  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      <RadioGroup
        legend="Until when"
        name="until"
        value={value.choice}
        onChange={(choice) => onChange({ ...value, choice: choice as TimeChoice['choice'] })}
      >
        {[
          ...presets.map(({ id, label, until }) => (
            <Radio key={id} id={`until-${id}`} value={id} helpText={absolute(until, now, place)}>
              {label}
            </Radio>
          )),
          <Radio key="own" id="until-own" value="own">
            Choose a date and time
          </Radio>,
        ]}
      </RadioGroup>
      {own && (
        <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space40">
          <Box>
            <Label htmlFor="until-date" required>
              Date
            </Label>
            <Input
              id="until-date"
              type="date"
              value={value.own.date}
              {...described}
              {...dateBounds({ now, latest }, place.zone)}
              onChange={({ target }) => onChange({ ...value, own: { ...value.own, date: target.value } })}
            />
          </Box>
          <Box>
            <Label htmlFor="until-time" required>
              Time
            </Label>
            <Input
              id="until-time"
              type="time"
              value={value.own.time}
              {...described}
              onChange={({ target }) => onChange({ ...value, own: { ...value.own, time: target.value } })}
            />
          </Box>
        </Box>
      )}
      {(own || error !== undefined) && (
        <HelpText id="until-help" variant={error === undefined ? 'default' : 'error'}>
          {error ?? `In your time zone, ${place.zone}; not later than ${absolute(latest, now, place)}.`}
        </HelpText>
      )}
    </Box>
  );
}
