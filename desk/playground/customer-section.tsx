import { Box } from '@twilio-paste/box';
import { Label } from '@twilio-paste/label';
import { Option, Select } from '@twilio-paste/select';
import { useEffect } from 'react';
import { channelName } from '../conversations/status';
import { type StandIn, type StandInConversation } from '../stand-in/client';
import { CustomerChat } from './customer-chat';
import { NewConversation } from './new-conversation';
import { Section } from './section';
import { useKept } from './use-kept';
import { type WhatGoesOn } from './use-what-goes-on';
import { WhereTheTaskIs } from './where-the-task-is';

export interface CustomerSectionProps extends Pick<WhatGoesOn, 'agents' | 'conversations' | 'tasks'> {
  readonly standIn: StandIn;
  /** The conversation that is open in the desk */
  readonly open: string | null;
  readonly signIn: (name: string) => void;
}

/** The other side: customers who start conversations and write, and the bot. */
export function CustomerSection({ standIn, open, conversations, ...shown }: CustomerSectionProps) {
  const [chosen, choose] = useKept(sessionStorage, 'customer', '');
  useEffect(() => {
    if (open !== null) choose(open);
  }, [open, choose]);
  const newestFirst = [...conversations].reverse();
  const conversation =
    newestFirst.find(({ conversationSid }) => conversationSid === chosen) ?? newestFirst[0];
  return (
    <Section id="playground-customers" title="Customers">
      <NewConversation standIn={standIn} onStarted={choose} />
      {conversation && (
        <>
          <Box>
            <Label htmlFor="playground-customer">Write as the customer of</Label>
            <Select
              id="playground-customer"
              value={conversation.conversationSid}
              onChange={({ target }) => choose(target.value)}
            >
              {newestFirst.map((each) => (
                <Option key={each.conversationSid} value={each.conversationSid}>
                  {nameOf(each)}
                </Option>
              ))}
            </Select>
          </Box>
          <WhereTheTaskIs conversationSid={conversation.conversationSid} {...shown} />
          <CustomerChat key={conversation.conversationSid} standIn={standIn} conversation={conversation} />
        </>
      )}
    </Section>
  );
}

function nameOf({ customerName, channelType, state }: StandInConversation): string {
  return `${customerName}, ${channelName(channelType)}${state === 'closed' ? ', ended' : ''}`;
}
