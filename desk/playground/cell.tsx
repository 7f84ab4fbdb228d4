import { Td } from '@twilio-paste/table';
import { Box } from '@twilio-paste/box';
import { type ReactNode } from 'react';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { absolute } from '../time/words';

/** A cell whose content wraps wherever it has to. */
export function Cell({ children }: { readonly children: ReactNode }) {
  return (
    <Td>
      <Box overflowWrap="anywhere" fontSize="fontSize20" lineHeight="lineHeight20">
        {children}
      </Box>
    </Td>
  );
}

/** A moment of the product's clock. @param at ISO 8601; null: none */
export function MomentCell({ at }: { readonly at: string | null }) {
  const now = useNow();
  const { place } = useWorkplace();
  return <Cell>{at === null ? '–' : absolute(new Date(at), now, place)}</Cell>;
}
