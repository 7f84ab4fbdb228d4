import { Badge } from '@twilio-paste/badge';
import { ErrorIcon } from '@twilio-paste/icons/esm/ErrorIcon';
import { ProcessInProgressIcon } from '@twilio-paste/icons/esm/ProcessInProgressIcon';
import { TimeIcon } from '@twilio-paste/icons/esm/TimeIcon';
import { WarningIcon } from '@twilio-paste/icons/esm/WarningIcon';
import { type Mark } from '../api/types';
import { markWords } from './deadline-words';

/** How near a deadline is, in words, icon and colour. */
export function MarkBadge({ mark }: { readonly mark: Mark }) {
  const { Icon, variant } = LOOKS[mark];
  return (
    <Badge as="span" variant={variant} size="small">
      <Icon decorative />
      {markWords(mark)}
    </Badge>
  );
}

const LOOKS = {
  later: { Icon: TimeIcon, variant: 'neutral' },
  'within-24-hours': { Icon: WarningIcon, variant: 'warning' },
  'within-1-hour': { Icon: ErrorIcon, variant: 'error' },
  overdue: { Icon: ProcessInProgressIcon, variant: 'error' },
} as const satisfies Record<Mark, object>;
