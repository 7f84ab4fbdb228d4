import { Badge } from '@twilio-paste/badge';
import { Box } from '@twilio-paste/box';
import { ChatIcon } from '@twilio-paste/icons/esm/ChatIcon';
import { ProcessInProgressIcon } from '@twilio-paste/icons/esm/ProcessInProgressIcon';
import { Truncate } from '@twilio-paste/truncate';
import { type PropsWithChildren } from 'react';
import { type Conversation } from '../api/types';
import { channelName, customerOf, isOnItsWay } from './status';

export interface NamedRowProps {
  readonly of: Pick<Conversation, 'customerName' | 'channelType'>;
}

/** A row of a list, below its customer and channel. */
export function NamedRow({ of, children }: PropsWithChildren<NamedRowProps>) {
  return (
    <Box
      display="flex"
      flexDirection="column"
      rowGap="space10"
      fontSize="fontSize20"
      lineHeight="lineHeight20"
    >
      <Box display="flex" justifyContent="space-between" columnGap="space30">
        <Box minWidth="0" fontSize="fontSize30" fontWeight="fontWeightSemibold" color="colorText">
          <Truncate title={customerOf(of)}>{customerOf(of)}</Truncate>
        </Box>
        <Box flexShrink={0} color="colorTextWeak">
          {channelName(of.channelType)}
        </Box>
      </Box>
      {children}
    </Box>
  );
}

/** The row of a conversation, with what is special about it now. */
export function Row({ conversation, children }: PropsWithChildren<{ readonly conversation: Conversation }>) {
  return (
    <NamedRow of={conversation}>
      {children}
      <Badges conversation={conversation} />
    </NamedRow>
  );
}

/** One line of a row: what people wrote is as long as they like, and is read in full where it is opened. */
export function Line({ children }: { readonly children: string }) {
  return (
    <Box color="colorTextWeak" minWidth="0">
      <Truncate title={children}>{children}</Truncate>
    </Box>
  );
}

function Badges({ conversation }: { readonly conversation: Conversation }) {
  const { customerRepliedAt, wrapUp } = conversation;
  const onItsWay = isOnItsWay(conversation);
  if (customerRepliedAt === null && wrapUp === null && !onItsWay) return null;
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space20" rowGap="space20" paddingTop="space10">
      {customerRepliedAt !== null && (
        <Badge as="span" variant="new" size="small">
          <ChatIcon decorative />
          Customer has replied
        </Badge>
      )}
      {wrapUp !== null && (
        <Badge as="span" variant="neutral" size="small">
          Wrapping up
        </Badge>
      )}
      {onItsWay && (
        <Badge as="span" variant="neutral" size="small">
          <ProcessInProgressIcon decorative />
          On its way
        </Badge>
      )}
    </Box>
  );
}
