import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Input } from '@twilio-paste/input';
import { Option, Select } from '@twilio-paste/select';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { useLive } from '../live/use-live';
import { type StandIn, type StandInConversation } from '../stand-in/client';
import { MessageList } from '../stand-in/message-list';

export interface CustomerChatProps {
  readonly standIn: StandIn;
  readonly conversation: StandInConversation;
}

/** The conversation as its customer sees it. */
export function CustomerChat({ standIn, conversation: { conversationSid, state } }: CustomerChatProps) {
  const load = useCallback(() => standIn.messages(conversationSid), [standIn, conversationSid]);
  const messages = useLive(load, () => true).value?.messages;
  const scroller = useRef<HTMLElement>(null);
  const newest = messages?.at(-1)?.index;
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [newest]);
  return (
    <>
      {messages && (
        <Box
          ref={scroller}
          role="region"
          aria-label="Messages"
          tabIndex={0}
          maxHeight="size20"
          overflowY="auto"
          _focus={{ outline: 'none', boxShadow: 'shadowFocus' }}
        >
          <MessageList messages={messages} reader="customer" />
        </Box>
      )}
      {state === 'closed' ? (
        <Box color="colorTextWeak">This conversation has ended.</Box>
      ) : (
        <Composer standIn={standIn} conversationSid={conversationSid} />
      )}
    </>
  );
}

interface ComposerProps {
  readonly standIn: StandIn;
  readonly conversationSid: string;
}

function Composer({ standIn, conversationSid }: ComposerProps) {
  const { running, problem, dismiss, run } = useCommand<'write'>();
  const [from, setFrom] = useState<'customer' | 'bot'>('customer');
  const [body, setBody] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (body.trim() === '') return;
    void run('write', async () => {
      await standIn.write(conversationSid, from, body);
      setBody('');
    });
  };
  return (
    <Box as="form" onSubmit={send} display="flex" flexDirection="column" rowGap="space30">
      <Box display="flex" columnGap="space30">
        <Box flexShrink={0}>
          <Select
            aria-label="Who writes"
            id="playground-writer"
            value={from}
            onChange={({ target }) => setFrom(target.value === 'bot' ? 'bot' : 'customer')}
          >
            <Option value="customer">Customer</Option>
            <Option value="bot">Bot</Option>
          </Select>
        </Box>
        <Box flexGrow={1} minWidth="0">
          <Input
            aria-label={from === 'bot' ? 'Message of the bot' : 'Message of the customer'}
            type="text"
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        </Box>
        <Button variant="secondary" type="submit" loading={running === 'write'}>
          Send
        </Button>
      </Box>
      <RefusalNotice problem={problem} onDismiss={dismiss} />
    </Box>
  );
}
