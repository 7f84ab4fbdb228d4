import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Heading } from '@twilio-paste/heading';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import { useCallback, useEffect, useRef } from 'react';
import { type Conversation } from '../api/types';
import { ConversationActions } from '../conversations/conversation-actions';
import { ConversationFacts } from '../conversations/conversation-facts';
import { History } from '../conversations/history';
import { useKeptFocus } from '../conversations/kept-focus';
import { channelName, customerOf, isChanging, statusOf } from '../conversations/status';
import { useWorkplace } from '../conversations/workplace';
import { useLive } from '../live/use-live';

export interface BoardPaneProps {
  readonly conversationSid: string;
  readonly onReassign: (conversation: Conversation) => void;
  readonly onClose: () => void;
}

/** One conversation beside the list: where it is, what can be done, and its history. */
export function BoardPane({ conversationSid, onReassign, onClose }: BoardPaneProps) {
  const { api } = useWorkplace();
  const settings = useLive(useCallback(() => api.settings(), [api]));
  const {
    value: conversation,
    problem,
    put,
  } = useLive(
    useCallback(() => api.conversation(conversationSid), [api, conversationSid]),
    isChanging,
  );
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(pane, heading);
  useEffect(() => heading.current?.focus(), []);
  const customer = conversation ? customerOf(conversation) : 'Customer';
  const isAside = Boolean(conversation?.pause ?? conversation?.leave);

  return (
    <Box
      as="section"
      ref={pane}
      aria-label="Conversation"
      display="flex"
      flexDirection="column"
      rowGap="space60"
    >
      <Box as="header" display="flex" flexDirection="column" rowGap="space40">
        <Box display="flex" justifyContent="space-between" columnGap="space40">
          <Heading as="h1" variant="heading30" marginBottom="space0" ref={heading} tabIndex={-1}>
            {customer}
          </Heading>
          <Button variant="secondary_icon" size="icon_small" onClick={onClose}>
            <CloseIcon decorative={false} title="Close" />
          </Button>
        </Box>
        {conversation && (
          <Box color="colorTextWeak" role="status">
            {`${channelName(conversation.channelType)}. ${statusOf(conversation)}`}
          </Box>
        )}
        {problem && !conversation && <Box color="colorTextWeak">It cannot be read now.</Box>}
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
          <ConversationActions
            conversationSid={conversationSid}
            customer={customer}
            conversation={conversation ?? null}
            settings={settings.value}
            onChanged={put}
          />
          {conversation && isAside && (
            <Button variant="secondary" size="small" onClick={() => onReassign(conversation)}>
              Reassign
            </Button>
          )}
        </Box>
      </Box>
      {conversation && <ConversationFacts conversation={conversation} />}
      <History conversationSid={conversationSid} />
    </Box>
  );
}
