import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { SkeletonLoader } from '@twilio-paste/skeleton-loader';
import { type PausedSummary } from '../api/types';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { Bars } from './bars';
import { type Count, dueByDay, dueByHour } from './due';

export interface ChartsProps {
  /** undefined: not known (yet) */
  readonly summary: PausedSummary | undefined;
  /** Shows what this agent has paused. */
  readonly onAgent: (workerSid: string) => void;
}

/** When paused work comes due, and whose it is. */
export function Charts({ summary, onAgent }: ChartsProps) {
  const { place } = useWorkplace();
  const now = useNow();
  if (!summary) return <SkeletonLoader height="size20" />;
  return (
    <Box display="flex" flexDirection="column" rowGap="space70">
      {!summary.complete && (
        <Box color="colorTextWeak" fontSize="fontSize20">
          More is paused than is counted here: these are the 10,000 that come due soonest.
        </Box>
      )}
      <Bars
        caption="Due within the next day"
        heads={['Hour from', 'Conversations']}
        bars={dueByHour(summary, now, place).map(barOf)}
        empty="Nothing comes due within the next day."
      />
      <Bars
        caption="Due after that"
        heads={['Day', 'Conversations']}
        bars={dueByDay(summary, now, place).map(barOf)}
        empty="Nothing comes due later."
      />
      <Bars
        caption="Paused by agent"
        heads={['Agent', 'Conversations']}
        bars={summary.byWorker.map(({ workerSid, name, count }) => ({
          id: workerSid,
          label: (
            <Button variant="link" size="reset" onClick={() => onAgent(workerSid)}>
              {name ?? workerSid}
            </Button>
          ),
          count,
        }))}
        empty="Nobody has paused anything."
      />
    </Box>
  );
}

function barOf({ label, count }: Count) {
  return { id: label, label, count };
}
