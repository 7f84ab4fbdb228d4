import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { type Problem } from '../api/problem';
import { RefusalNotice } from '../conversations/refusal-notice';

export interface SaveBarProps {
  /** How many settings were changed and not saved */
  readonly changed: number;
  /** How many of all are wrong */
  readonly wrong: number;
  /** What is shown was just saved. */
  readonly isSaved: boolean;
  readonly isOvertaken: boolean;
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  readonly onDismissProblem: () => void;
  readonly onDiscard: () => void;
}

/** Stays at the bottom of what is seen. */
export function SaveBar(props: SaveBarProps) {
  const { isRunning, problem, onDismissProblem, onDiscard } = props;
  return (
    <Box
      position="sticky"
      bottom={0}
      zIndex="zIndex10"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      paddingY="space40"
      paddingX="space20"
      marginX="spaceNegative20"
      backgroundColor="colorBackgroundBody"
      borderTopStyle="solid"
      borderTopWidth="borderWidth10"
      borderTopColor="colorBorderWeaker"
    >
      <RefusalNotice problem={problem} onDismiss={onDismissProblem} />
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space30">
        <Button variant="primary" type="submit" loading={isRunning}>
          Save
        </Button>
        <Button variant="secondary" onClick={onDiscard}>
          Discard changes
        </Button>
        <Box role="status" color="colorText">
          {barWords(props)}
        </Box>
      </Box>
    </Box>
  );
}

function barWords({ changed, wrong, isSaved, isOvertaken }: SaveBarProps): string {
  if (isOvertaken) return 'Somebody else saved first: choose at the top what holds.';
  if (wrong > 0) return `${wrong === 1 ? 'One setting is' : `${wrong} settings are`} not right yet.`;
  if (changed > 0) return `${changed === 1 ? 'One setting is' : `${changed} settings are`} not saved yet.`;
  return isSaved ? 'Saved.' : 'Nothing is changed.';
}
