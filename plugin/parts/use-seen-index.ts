import { useEffect, useState } from 'react';
import { type Manager } from '../flex-ui';

/** Index of the newest message that Flex shows in the conversation; undefined while it shows none. */
export function useSeenIndex({ store }: Manager, conversationSid: string): number | undefined {
  const read = () => store.getState().flex.chat.conversations[conversationSid]?.messages?.at(-1)?.index;
  const [seen, setSeen] = useState(read);
  useEffect(() => {
    setSeen(read());
    return store.subscribe(() => setSeen(read()));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `read` is made of what is named
  }, [store, conversationSid]);
  return seen;
}
