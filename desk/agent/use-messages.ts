import { useCallback } from 'react';
import { useLive } from '../live/use-live';
import { type StandInMessage } from '../stand-in/client';
import { useStandIn } from '../stand-in/context';

/** What was written, from the stand-in: the product itself gives no messages. undefined: none are known (yet). */
export function useMessages(conversationSid: string): readonly StandInMessage[] | undefined {
  const standIn = useStandIn();
  const load = useCallback(
    async () => (await standIn!.messages(conversationSid)).messages,
    [standIn, conversationSid],
  );
  // Asked for quickly always: it costs nothing on one machine.
  return useLive(standIn ? load : null, () => true).value;
}
