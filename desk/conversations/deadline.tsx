import { Box } from '@twilio-paste/box';
import { ErrorIcon } from '@twilio-paste/icons/esm/ErrorIcon';
import { ProcessInProgressIcon } from '@twilio-paste/icons/esm/ProcessInProgressIcon';
import { TimeIcon } from '@twilio-paste/icons/esm/TimeIcon';
import { WarningIcon } from '@twilio-paste/icons/esm/WarningIcon';
import { type Mark } from '../api/types';
import { useNow } from '../live/live';
import { markAt } from '../time/marks';
import { deadlineWords, type Then } from './deadline-words';
import { useWorkplace } from './workplace';

export interface DeadlineProps {
  readonly then: Then;
  /** ISO 8601 */
  readonly at: string;
}

/** When a conversation comes back: highlighted within 24 hours and again within 1 hour, by icon, weight and colour. */
export function Deadline({ then, at }: DeadlineProps) {
  const now = useNow();
  const { place } = useWorkplace();
  const moment = new Date(at);
  const mark = markAt(moment, now);
  const { Icon, color } = LOOKS[mark];
  return (
    <Box display="flex" columnGap="space20" alignItems="center" color={color}>
      <Icon decorative size="sizeIcon10" />
      <Box as="span" fontWeight={mark === 'later' ? 'fontWeightNormal' : 'fontWeightSemibold'}>
        {deadlineWords(then, moment, now, place)}
      </Box>
    </Box>
  );
}

const LOOKS = {
  later: { Icon: TimeIcon, color: 'colorTextWeak' },
  'within-24-hours': { Icon: WarningIcon, color: 'colorTextWarningStrong' },
  'within-1-hour': { Icon: ErrorIcon, color: 'colorTextErrorStrong' },
  overdue: { Icon: ProcessInProgressIcon, color: 'colorTextErrorStrong' },
} as const satisfies Record<Mark, object>;
