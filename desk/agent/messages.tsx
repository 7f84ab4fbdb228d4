import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Heading } from '@twilio-paste/heading';
import { Input } from '@twilio-paste/input';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../conversations/refusal-notice';
import { useCommand } from '../conversations/use-command';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { type StandInMessage } from '../stand-in/client';
import { useStandIn } from '../stand-in/context';
import { absolute } from '../time/words';

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
      {messages.length === 0 && <Box color="colorTextWeak">Nothing has been written yet.</Box>}
      <Box
        as="ol"
        margin="space0"
        padding="space0"
        listStyleType="none"
        display="flex"
        flexDirection="column"
        rowGap="space40"
      >
        {messages.map((message) => (
          <Message key={message.index} message={message} />
        ))}
      </Box>
      {canWrite && <Composer conversationSid={conversationSid} />}
    </Box>
  );
}

function Message({ message: { author, from, body, at } }: { readonly message: StandInMessage }) {
  const now = useNow();
  const { place } = useWorkplace();
  const isCustomer = from === 'customer';
  return (
    <Box as="li" alignSelf={isCustomer ? 'flex-start' : 'flex-end'} maxWidth="85%" minWidth="0">
      <Box color="colorTextWeak" fontSize="fontSize20">
        {`${isCustomer ? 'Customer' : author}, ${absolute(new Date(at), now, place)}`}
      </Box>
      <Box
        padding="space40"
        borderRadius="borderRadius30"
        backgroundColor={isCustomer ? 'colorBackground' : 'colorBackgroundPrimaryWeakest'}
        color="colorText"
        overflowWrap="anywhere"
        whiteSpace="pre-wrap"
      >
        {body}
      </Box>
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
