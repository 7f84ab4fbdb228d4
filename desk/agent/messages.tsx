import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Heading } from '@twilio-paste/heading';
import { Input } from '@twilio-paste/input';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { type StandInMessage } from '../stand-in/client';
import { useStandIn } from '../stand-in/context';
import { MessageList } from '../stand-in/message-list';

export interface MessagesProps {
  readonly conversationSid: string;
  readonly messages: readonly StandInMessage[];
  readonly canWrite: boolean;
}

/** What customer and agents have written, as text. */
export function Messages({ conversationSid, messages, canWrite }: MessagesProps) {
  return (
    <Box as="section">
      <Heading as="h2" variant="heading40">
        Messages
      </Heading>
      <MessageList messages={messages} reader="agent" />
      {canWrite && <Composer conversationSid={conversationSid} />}
    </Box>
  );
}

function Composer({ conversationSid }: { readonly conversationSid: string }) {
  const standIn = useStandIn();
  const { running, problem, dismiss, run } = useCommand<'write'>();
  const [body, setBody] = useState('');
  if (!standIn) return null;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (body.trim() === '') return;
    void run('write', async () => {
      await standIn.write(conversationSid, 'agent', body);
      setBody('');
    });
  };
  return (
    <Box
      as="form"
      onSubmit={send}
      paddingTop="space50"
      display="flex"
      flexDirection="column"
      rowGap="space40"
    >
      <RefusalNotice problem={problem} onDismiss={dismiss} />
      <Box display="flex" columnGap="space30">
        <Box flexGrow={1} minWidth="0">
          <Input
            aria-label="Message to the customer"
            type="text"
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        </Box>
        <Button variant="primary" type="submit" loading={running === 'write'}>
          Send
        </Button>
      </Box>
    </Box>
  );
}
