import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Heading } from '@twilio-paste/heading';
import { ArrowBackIcon } from '@twilio-paste/icons/esm/ArrowBackIcon';
import { useCallback, useRef } from 'react';
import { ConversationActions } from '../conversations/conversation-actions';
import { ConversationFacts } from '../conversations/conversation-facts';
import { History } from '../conversations/history';
import { useKeptFocus } from '../conversations/kept-focus';
import { customerOf, isChanging } from '../conversations/status';
import { useWorkplace } from '../conversations/workplace';
import { useLive } from '../live/use-live';
import { type StandInTask } from '../stand-in/client';
import { Messages } from './messages';
import { TaskOffer } from './task-offer';
import { useMessages } from './use-messages';
import { WhereItIs } from './where-it-is';

export interface ConversationPaneProps {
  readonly conversationSid: string;
  /** The person's own task for it, where there is one */
  readonly task?: StandInTask | undefined;
  /** Back to the lists, where there is no room for both */
  readonly onBack: () => void;
}

/** One conversation: where it is, what can be done, what was written (on one machine), and what happened to it. */
export function ConversationPane({ conversationSid, task, onBack }: ConversationPaneProps) {
  const { api } = useWorkplace();
  const settings = useLive(useCallback(() => api.settings(), [api]));
  // There is no record before somebody has accepted it.
  const isOffered = task?.status === 'reserved';
  const load = useCallback(() => api.conversation(conversationSid), [api, conversationSid]);
  const { value: conversation, problem, put } = useLive(isOffered ? null : load, isChanging);
  const messages = useMessages(conversationSid);
  const header = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(header, heading);
  const known = conversation ?? task;
  const customer = known ? customerOf(known) : 'Customer';

  return (
    <Box
      as="section"
      aria-label="Conversation"
      padding="space60"
      display="flex"
      flexDirection="column"
      rowGap="space60"
    >
      <Box as="header" ref={header} display="flex" flexDirection="column" rowGap="space40">
        <Box display={['block', 'block', 'none']}>
          <Button variant="link" onClick={onBack}>
            <ArrowBackIcon decorative />
            Back to the lists
          </Button>
        </Box>
        <Box
          display="flex"
          flexWrap="wrap"
          justifyContent="space-between"
          columnGap="space60"
          rowGap="space40"
        >
          <Box minWidth="0">
            <Heading as="h1" variant="heading20" marginBottom="space0" ref={heading} tabIndex={-1}>
              {customer}
            </Heading>
            <WhereItIs conversation={conversation} task={task} problem={problem} />
          </Box>
          <Box>
            <TaskOffer task={task} />
            <ConversationActions
              conversationSid={conversationSid}
              customer={customer}
              conversation={conversation ?? null}
              task={task}
              settings={settings.value}
              seenIndex={messages?.at(-1)?.index}
              onChanged={put}
            />
          </Box>
        </Box>
      </Box>
      {conversation && <ConversationFacts conversation={conversation} />}
      {messages && (
        <Messages
          conversationSid={conversationSid}
          messages={messages}
          canWrite={task?.status === 'assigned'}
        />
      )}
      {conversation && <History conversationSid={conversationSid} />}
    </Box>
  );
}
