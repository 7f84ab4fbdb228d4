import { Box } from '@twilio-paste/box';
import { Label } from '@twilio-paste/label';
import { Option, Select } from '@twilio-paste/select';
import { type Mark } from '../api/types';
import { markWords } from '../conversations/deadline-words';
import { type Filter } from './filter';
import { type Person } from './people';
import { PersonField } from './person-field';

export interface FiltersProps {
  readonly value: Filter;
  readonly onChange: (value: Filter) => void;
  readonly people: readonly Person[];
  /** Those that have been seen: the API names no others */
  readonly queueSids: readonly string[];
  /** Only pauses have marks. */
  readonly withMark: boolean;
}

/** The nearest first. */
const MARKS: readonly Mark[] = ['overdue', 'within-1-hour', 'within-24-hours', 'later'];

/** Which of all conversations are shown. */
export function Filters({ value, onChange, people, queueSids, withMark }: FiltersProps) {
  return (
    <Box
      role="search"
      aria-label="Which conversations"
      display="grid"
      gridTemplateColumns="repeat(auto-fit, minmax(9rem, 15rem))"
      columnGap="space50"
      rowGap="space40"
    >
      <PersonField
        id="filter-agent"
        label="Agent"
        none="All agents"
        people={people}
        value={value.workerSid}
        onChange={(workerSid) => onChange({ ...value, workerSid })}
      />
      <Box>
        <Label htmlFor="filter-queue">Queue</Label>
        <Select
          id="filter-queue"
          value={value.queueSid}
          onChange={({ target }) => onChange({ ...value, queueSid: target.value })}
        >
          {['', ...queueSids].map((queueSid) => (
            <Option key={queueSid} value={queueSid}>
              {queueSid === '' ? 'All queues' : queueSid}
            </Option>
          ))}
        </Select>
      </Box>
      {withMark && (
        <Box>
          <Label htmlFor="filter-mark">Reassigned</Label>
          <Select
            id="filter-mark"
            value={value.mark}
            onChange={({ target }) => onChange({ ...value, mark: target.value as Filter['mark'] })}
          >
            {(['', ...MARKS] as const).map((mark) => (
              <Option key={mark} value={mark}>
                {mark === '' ? 'At any time' : markWords(mark)}
              </Option>
            ))}
          </Select>
        </Box>
      )}
    </Box>
  );
}
