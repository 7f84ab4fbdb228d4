import { Box } from '@twilio-paste/box';
import { Heading } from '@twilio-paste/heading';
import { type ReactNode, useRef } from 'react';
import { useKeptFocus } from '../conversations/kept-focus';

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Beside the title */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the playground. Focus goes to its heading when what has it disappears. */
export function Section({ id, title, aside, children }: SectionProps) {
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(section, heading);
  return (
    <Box
      as="section"
      ref={section}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-heading`}
      _focus={{ outline: 'none' }}
      padding="space50"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box display="flex" justifyContent="space-between" alignItems="center" columnGap="space30">
        <Heading
          as="h3"
          variant="heading50"
          marginBottom="space0"
          ref={heading}
          tabIndex={-1}
          id={`${id}-heading`}
        >
          {title}
        </Heading>
        {aside}
      </Box>
      {children}
    </Box>
  );
}
