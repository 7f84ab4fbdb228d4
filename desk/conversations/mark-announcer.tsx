import { ScreenReaderOnly } from '@twilio-paste/screen-reader-only';
import { useEffect, useRef, useState } from 'react';
import { type Conversation, type Mark } from '../api/types';
import { useNow } from '../live/live';
import { markAt } from '../time/marks';
import { crossings } from './deadline-words';
import { customerOf } from './status';

/** Tells screen readers, politely, who has come within 24 hours or 1 hour of the deadline; never that time passes. */
export function MarkAnnouncer({ conversations }: { readonly conversations: readonly Conversation[] }) {
  const now = useNow();
  const before = useRef<ReadonlyMap<string, Mark>>(new Map());
  const [told, setTold] = useState('');

  useEffect(() => {
    const paused = conversations.flatMap((each) =>
      each.pause
        ? [{ id: each.pause.pauseId, customer: customerOf(each), deadline: new Date(each.pause.deadline) }]
        : [],
    );
    const news = crossings(before.current, paused, now);
    before.current = new Map(paused.map(({ id, deadline }) => [id, markAt(deadline, now)]));
    if (news.length > 0) setTold(news.join('. '));
  }, [conversations, now]);

  return (
    <ScreenReaderOnly role="status" aria-live="polite">
      {told}
    </ScreenReaderOnly>
  );
}
