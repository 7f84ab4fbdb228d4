import { useCallback, useEffect, useRef, useState } from 'react';
import { type Done } from '../api/client';
import { type Conversation } from '../api/types';
import { useLiveContext } from '../live/live';
import { eachOf, isOver, type Progress } from './batch';

export interface Batch {
  readonly title: string;
  readonly progress: Progress;
}

export interface BatchRunner {
  /** The one that goes on, or the last; null: none yet, or it was dismissed */
  readonly batch: Batch | null;
  readonly isRunning: boolean;
  readonly dismiss: () => void;
  /** @returns those that were refused */
  readonly run: (
    title: string,
    conversations: readonly Conversation[],
    act: (conversation: Conversation) => Promise<Done>,
  ) => Promise<readonly Conversation[]>;
}

/** Does the same with several conversations, and tells how far it is. It goes on when the person looks at something else. */
export function useBatch(): BatchRunner {
  const { pulse } = useLiveContext();
  const [batch, setBatch] = useState<Batch | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback<BatchRunner['run']>(
    async (title, conversations, act) => {
      const { refused } = await eachOf(conversations, act, (progress) => {
        if (mounted.current) setBatch({ title, progress });
      });
      pulse.hurry();
      return refused.map(({ conversation }) => conversation);
    },
    [pulse],
  );
  const dismiss = useCallback(() => setBatch(null), []);
  return { batch, isRunning: batch !== null && !isOver(batch.progress), dismiss, run };
}
