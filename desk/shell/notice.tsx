import { Box } from '@twilio-paste/box';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/callout';

export interface NoticeProps {
  readonly variant: 'neutral' | 'warning' | 'error';
  readonly title: string;
  readonly children: string;
}

/** Something that is said in place of the page. */
export function Notice({ variant, title, children }: NoticeProps) {
  return (
    <Box as="main" display="flex" justifyContent="center" padding="space100">
      <Box maxWidth="size50" width="100%">
        <Callout variant={variant}>
          <CalloutHeading as="h1">{title}</CalloutHeading>
          <CalloutText>{children}</CalloutText>
        </Callout>
      </Box>
    </Box>
  );
}
