import { useEffect, useState } from 'react';
import { type Manager } from '../flex-ui';

/** Index of the newest message that Flex shows in the conversation; undefined while it shows none. */
export function useSeenIndex({ store }: Manager, conversationSid: string): number | undefined {
  const [seen, setSeen] = useState(() => newestIn(store, conversationSid));
  useEffect(() => {
    const look = () => setSeen(newestIn(store, conversationSid));
    look();
    return store.subscribe(look);
  }, [store, conversationSid]);
  return seen;
}

function newestIn(store: Manager['store'], conversationSid: string): number | undefined {
  return store.getState().flex.chat.conversations[conversationSid]?.messages?.at(-1)?.index;
}
