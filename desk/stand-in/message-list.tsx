import { Box } from '@twilio-paste/box';
import { useWorkplace } from '../conversations/workplace';
import { useNow } from '../live/live';
import { absolute } from '../time/words';
import { type StandInMessage } from './client';

export interface MessageListProps {
  readonly messages: readonly StandInMessage[];
  /** Who reads: the customer, or those who answer. The own messages are at the right, as in every chat. */
  readonly reader: 'customer' | 'agent';
}

/** What customer and agents have written, as text. */
export function MessageList({ messages, reader }: MessageListProps) {
  if (messages.length === 0) return <Box color="colorTextWeak">Nothing has been written yet.</Box>;
  return (
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
        <Message
          key={message.index}
          message={message}
          isOwn={(message.from === 'customer') === (reader === 'customer')}
        />
      ))}
    </Box>
  );
}

function Message({ message, isOwn }: { readonly message: StandInMessage; readonly isOwn: boolean }) {
  const now = useNow();
  const { place } = useWorkplace();
  const { author, from, body, at } = message;
  return (
    <Box as="li" alignSelf={isOwn ? 'flex-end' : 'flex-start'} maxWidth="85%" minWidth="0">
      <Box color="colorTextWeak" fontSize="fontSize20">
        {`${from === 'customer' ? 'Customer' : author}, ${absolute(new Date(at), now, place)}`}
      </Box>
      <Box
        padding="space40"
        borderRadius="borderRadius30"
        backgroundColor={isOwn ? 'colorBackgroundPrimaryWeakest' : 'colorBackground'}
        color="colorText"
        overflowWrap="anywhere"
        whiteSpace="pre-wrap"
      >
        {body}
      </Box>
    </Box>
  );
}
