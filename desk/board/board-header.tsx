import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Heading } from '@twilio-paste/heading';
import { forwardRef } from 'react';
import { type Parking, Tabs } from './tabs';

export interface BoardHeaderProps {
  readonly parking: Parking;
  readonly onHandOver: () => void;
}

export const BoardHeader = forwardRef<HTMLHeadingElement, BoardHeaderProps>(function BoardHeader(
  { parking, onHandOver },
  heading,
) {
  return (
    <Box as="header" display="flex" flexWrap="wrap" alignItems="center" columnGap="space70" rowGap="space40">
      <Heading as="h1" variant="heading20" marginBottom="space0" ref={heading} tabIndex={-1}>
        Board
      </Heading>
      <Tabs current={parking} />
      <Box marginLeft="auto">
        <Button variant="secondary" size="small" onClick={onHandOver}>
          Hand over paused work
        </Button>
      </Box>
    </Box>
  );
});
