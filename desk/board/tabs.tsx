import { Anchor } from '@twilio-paste/anchor';
import { Box } from '@twilio-paste/box';

export type Parking = 'paused' | 'left';

const TABS: readonly { readonly parking: Parking; readonly title: string }[] = [
  { parking: 'paused', title: 'Paused' },
  { parking: 'left', title: 'Left' },
];

/** What is paused, or what is left: two addresses. */
export function Tabs({ current }: { readonly current: Parking }) {
  return (
    <Box as="nav" aria-label="Board" display="flex" columnGap="space60">
      {TABS.map(({ parking, title }) => (
        <Box
          key={parking}
          paddingBottom="space20"
          borderBottomStyle="solid"
          borderBottomWidth="borderWidth20"
          borderBottomColor={parking === current ? 'colorBorderPrimary' : 'transparent'}
        >
          <Anchor href={`#/board/${parking}`} aria-current={parking === current ? 'page' : undefined}>
            {title}
          </Anchor>
        </Box>
      ))}
    </Box>
  );
}
