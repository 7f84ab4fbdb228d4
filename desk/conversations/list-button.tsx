import { Box } from '@twilio-paste/box';
import { type PropsWithChildren } from 'react';

export interface ListButtonProps {
  readonly isSelected: boolean;
  readonly onClick: () => void;
}

/** A row that opens what it tells of, as in Flex's list of tasks. */
export function ListButton({ isSelected, onClick, children }: PropsWithChildren<ListButtonProps>) {
  return (
    <Box
      as="button"
      type="button"
      aria-current={isSelected ? 'true' : undefined}
      onClick={onClick}
      width="100%"
      minWidth="0"
      textAlign="left"
      cursor="pointer"
      paddingX="space50"
      paddingY="space40"
      borderStyle="solid"
      borderWidth="borderWidth0"
      borderBottomWidth="borderWidth10"
      borderColor="colorBorderWeaker"
      borderLeftWidth="borderWidth30"
      borderLeftColor={isSelected ? 'colorBorderPrimary' : 'transparent'}
      backgroundColor={isSelected ? 'colorBackgroundPrimaryWeakest' : 'colorBackgroundBody'}
      fontFamily="inherit"
      color="colorText"
      _hover={{ backgroundColor: isSelected ? 'colorBackgroundPrimaryWeakest' : 'colorBackground' }}
      _focus={{ outline: 'none', boxShadow: 'shadowFocusInset' }}
    >
      {children}
    </Box>
  );
}
