import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Checkbox } from '@twilio-paste/checkbox';
import { useEffect, useRef } from 'react';
import { type Conversation } from '../api/types';
import { type Selection } from './selection';

export interface SelectionBarProps {
  readonly rows: readonly Conversation[];
  readonly selection: Selection;
  /** Deadlines can be changed: of pauses */
  readonly onMove?: (() => void) | undefined;
  readonly onReassign: () => void;
  readonly isRunning: boolean;
}

/** Chooses all that is shown, and what can be done with what is chosen. */
export function SelectionBar({ rows, selection, onMove, onReassign, isRunning }: SelectionBarProps) {
  const { chosen, choose } = selection;
  const isAll = chosen.length === rows.length && rows.length > 0;
  const isSome = chosen.length > 0 && !isAll;
  const box = useRef<HTMLInputElement>(null);
  // Paste draws it and says "mixed"; what browsers call it is a property that only code can set.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space50"
      rowGap="space30"
      paddingX="space40"
      minHeight="sizeSquare100"
    >
      <Checkbox
        id="select-all"
        checked={isAll}
        indeterminate={isSome}
        ref={box}
        disabled={rows.length === 0}
        onChange={() => choose(isAll ? [] : rows)}
      >
        {chosen.length === 0 ? 'Select all shown' : `${chosen.length} selected`}
      </Checkbox>
      {chosen.length > 0 && (
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
          {onMove && (
            <Button variant="secondary" size="small" loading={isRunning} onClick={onMove}>
              Change deadline
            </Button>
          )}
          <Button variant="secondary" size="small" loading={isRunning} onClick={onReassign}>
            Reassign
          </Button>
        </Box>
      )}
    </Box>
  );
}
