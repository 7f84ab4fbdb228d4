import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';

export interface SaveBarProps {
  /** How many settings were changed and not saved */
  readonly changed: number;
  /** How many of all are wrong */
  readonly wrong: number;
  /** The version that was just saved */
  readonly saved: number | null;
  readonly isRunning: boolean;
  readonly onDiscard: () => void;
}

/** Stays at the bottom of what is seen. */
export function SaveBar({ changed, wrong, saved, isRunning, onDiscard }: SaveBarProps) {
  return (
    <Box
      position="sticky"
      bottom={0}
      zIndex="zIndex10"
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space40"
      rowGap="space30"
      paddingY="space40"
      backgroundColor="colorBackgroundBody"
      borderTopStyle="solid"
      borderTopWidth="borderWidth10"
      borderTopColor="colorBorderWeaker"
    >
      <Button variant="primary" type="submit" loading={isRunning}>
        Save
      </Button>
      <Button variant="secondary" onClick={onDiscard}>
        Discard changes
      </Button>
      <Box role="status" color="colorText">
        {barWords(changed, wrong, saved)}
      </Box>
    </Box>
  );
}

function barWords(changed: number, wrong: number, saved: number | null): string {
  if (wrong > 0) return `${wrong === 1 ? 'One setting is' : `${wrong} settings are`} not right yet.`;
  if (changed > 0) return `${changed === 1 ? 'One setting is' : `${changed} settings are`} not saved yet.`;
  return saved === null ? 'Nothing is changed.' : 'Saved.';
}
