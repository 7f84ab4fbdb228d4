import { useCallback, useMemo, useState } from 'react';
import { type Conversation } from '../api/types';

export interface Selection {
  /** Those of the rows that are chosen, in their order */
  readonly chosen: readonly Conversation[];
  readonly isChosen: (conversation: Conversation) => boolean;
  readonly toggle: (conversation: Conversation) => void;
  readonly choose: (conversations: readonly Conversation[]) => void;
  readonly drop: (conversations: readonly Conversation[]) => void;
}

/** Which of the rows are chosen, to do something with several at once. What is not shown any more is not chosen. */
export function useSelection(rows: readonly Conversation[]): Selection {
  const [sids, setSids] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => rows.filter(({ conversationSid }) => sids.has(conversationSid)), [rows, sids]);
  const isChosen = useCallback(({ conversationSid }: Conversation) => sids.has(conversationSid), [sids]);
  const toggle = useCallback(({ conversationSid }: Conversation) => {
    setSids((before) => {
      const after = new Set(before);
      if (!after.delete(conversationSid)) after.add(conversationSid);
      return after;
    });
  }, []);
  const choose = useCallback((conversations: readonly Conversation[]) => {
    setSids(new Set(conversations.map(({ conversationSid }) => conversationSid)));
  }, []);
  const drop = useCallback((conversations: readonly Conversation[]) => {
    const dropped = new Set(conversations.map(({ conversationSid }) => conversationSid));
    setSids((before) => new Set([...before].filter((sid) => !dropped.has(sid))));
  }, []);
  return { chosen, isChosen, toggle, choose, drop };
}
