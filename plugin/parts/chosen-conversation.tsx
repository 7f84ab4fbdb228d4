import { Box } from '@twilio-paste/box';
import { Heading } from '@twilio-paste/heading';
import { useCallback } from 'react';
import { type Conversation } from '../../desk/api/types';
import { ConversationActions } from '../../desk/conversations/conversation-actions';
import { customerOf, isChanging, statusOf } from '../../desk/conversations/status';
import { useWorkplace } from '../../desk/conversations/workplace';
import { useLive } from '../../desk/live/use-live';

/** The conversation that is chosen in a list: where it is, and what can be done. It has no task that Flex could show. */
export function ChosenConversation({ conversation: listed }: { readonly conversation: Conversation }) {
  const { conversationSid } = listed;
  const { api } = useWorkplace();
  const settings = useLive(useCallback(() => api.settings(), [api]));
  const { value, put } = useLive(
    useCallback(() => api.conversation(conversationSid), [api, conversationSid]),
    isChanging,
  );
  const conversation = value ?? listed;
  return (
    <Box padding="space50" display="flex" flexDirection="column" rowGap="space40">
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {customerOf(conversation)}
      </Heading>
      <Box role="status" color="colorTextWeak">
        {statusOf(conversation)}
      </Box>
      <ConversationActions
        conversationSid={conversationSid}
        customer={customerOf(conversation)}
        conversation={conversation}
        settings={settings.value}
        onChanged={put}
      />
    </Box>
  );
}
