import { Box } from '@twilio-paste/box';
import { HelpText } from '@twilio-paste/help-text';
import { Label } from '@twilio-paste/label';
import { Radio, RadioGroup } from '@twilio-paste/radio-group';
import { useMemo, useState } from 'react';
import { requested, type TimeChoice } from '../conversations/time-choice';
import { TimeFields } from '../conversations/time-fields';
import { useWorkplace } from '../conversations/workplace';
import { AmountFields } from '../forms/amount-fields';
import { type Amount, millisecondsOfAmount } from '../time/amount';
import { presetsOf } from '../time/presets';
import { DAY } from '../time/units';
import { Dialog } from '../conversations/dialog';
import { type Move } from './move';

/** No pause lasts longer, however late it began. */
const FARTHEST = 90 * DAY;

type Way = 'later' | 'earlier' | 'moment';

export interface MoveDialogProps {
  /** "Anna", "3 conversations" */
  readonly what: string;
  /** When the dialog was opened: what it offers does not move under the person's hands. */
  readonly openedAt: Date;
  readonly onMove: (move: Move) => void;
  readonly onCancel: () => void;
}

/** Asks how much later or earlier, or until when. */
export function MoveDialog({ what, openedAt, onMove, onCancel }: MoveDialogProps) {
  const { place } = useWorkplace();
  const [way, setWay] = useState<Way>('later');
  const [amount, setAmount] = useState<Amount>({ count: '1', unit: 'days' });
  const [time, setTime] = useState<TimeChoice>({ choice: 'tomorrow', own: { date: '', time: '' } });
  const [isTried, setTried] = useState(false);
  const bounds = useMemo(
    () => ({ now: openedAt, latest: new Date(openedAt.getTime() + FARTHEST) }),
    [openedAt],
  );
  // The longest that is allowed is another moment for each of them.
  const presets = useMemo(
    () => presetsOf(bounds.now, bounds.latest, place.zone).filter(({ id }) => id !== 'longest'),
    [bounds, place.zone],
  );
  const move = moveOf();
  const error = isTried && typeof move === 'string' ? move : undefined;

  function moveOf(): Move | string {
    if (way === 'moment') {
      const asked = requested(time, presets, bounds, place);
      return typeof asked === 'string' ? asked : { to: asked.until! };
    }
    const by = millisecondsOfAmount(amount);
    if (by === undefined) return 'Enter a whole number above zero.';
    return { by: way === 'later' ? by : -by };
  }

  return (
    <Dialog
      title={`Change when ${what} will be reassigned`}
      action="Change"
      onSubmit={() => {
        setTried(true);
        if (typeof move !== 'string') onMove(move);
      }}
      onCancel={onCancel}
    >
      <RadioGroup legend="How" name="way" value={way} onChange={(value) => setWay(value as Way)}>
        <Radio id="way-later" value="later" helpText="Each deadline moves by the same time.">
          Later
        </Radio>
        <Radio id="way-earlier" value="earlier" helpText="Each deadline moves by the same time.">
          Earlier
        </Radio>
        <Radio id="way-moment" value="moment" helpText="All get the same deadline.">
          At a moment
        </Radio>
      </RadioGroup>
      {way === 'moment' ? (
        <TimeFields {...bounds} presets={presets} value={time} onChange={setTime} error={error} />
      ) : (
        <Box>
          <Label htmlFor="move-by" required>
            By
          </Label>
          <AmountFields
            id="move-by"
            label="By"
            value={amount}
            onChange={setAmount}
            hasError={error !== undefined}
            describedBy={error === undefined ? undefined : 'move-by-error'}
          />
          {error !== undefined && (
            <HelpText id="move-by-error" variant="error">
              {error}
            </HelpText>
          )}
        </Box>
      )}
    </Dialog>
  );
}
