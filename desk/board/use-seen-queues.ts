import { useEffect, useState } from 'react';
import { type Conversation } from '../api/types';

/** Queues of all conversations that were shown so far, so that a filter does not take the others away. */
export function useSeenQueues(rows: readonly Conversation[]): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  useEffect(() => {
    const queues = rows.flatMap(({ queueSid }) => (queueSid === null ? [] : [queueSid]));
    setSeen((before) => {
      const all = new Set([...before, ...queues]);
      return all.size === before.length ? before : [...all].sort();
    });
  }, [rows]);
  return seen;
}
