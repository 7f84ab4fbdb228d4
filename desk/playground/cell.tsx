import { Box } from '@twilio-paste/box';
import { type ReactNode } from 'react';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { absolute } from '../time/words';

export interface CellProps {
  readonly colSpan?: number;
  readonly children: ReactNode;
}

/** A cell whose content wraps wherever it has to. */
export function Cell({ colSpan, children }: CellProps) {
  return (
    <td colSpan={colSpan} style={{ verticalAlign: 'top', padding: 0 }}>
      <Box padding="space20" overflowWrap="anywhere">
        {children}
      </Box>
    </td>
  );
}

/** A moment of the product's clock. @param at ISO 8601; null: none */
export function MomentCell({ at }: { readonly at: string | null }) {
  const now = useNow();
  const { place } = useWorkplace();
  return <Cell>{at === null ? '–' : absolute(new Date(at), now, place)}</Cell>;
}
