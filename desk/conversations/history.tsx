import { Box } from '@twilio-paste/box';
import { Heading } from '@twilio-paste/heading';
import { SkeletonLoader } from '@twilio-paste/skeleton-loader';
import { Timeline, TimelineItem } from '@twilio-paste/timeline';
import { useCallback } from 'react';
import { type Api } from '../api/client';
import { type HistoryEvent } from '../api/types';
import { useLive } from '../live/use-live';
import { useNow } from '../live/live';
import { absolute } from '../time/words';
import { historySentence } from './history-words';
import { useWorkplace } from './workplace';

/** What happened to a conversation, newest first, in a section of its own. */
export function History({ conversationSid }: { readonly conversationSid: string }) {
  return (
    <Box as="section">
      <Heading as="h2" variant="heading40">
        History
      </Heading>
      <HistoryTimeline conversationSid={conversationSid} />
    </Box>
  );
}

function HistoryTimeline({ conversationSid }: { readonly conversationSid: string }) {
  const { api, place, user, nameOf } = useWorkplace();
  const now = useNow();
  const load = useCallback(() => wholeHistory(api, conversationSid), [api, conversationSid]);
  const { value: events, problem } = useLive(load);
  const who = (workerSid: string): string =>
    workerSid === user.workerSid ? 'You' : (nameOf(workerSid) ?? 'Another agent');

  if (!events) return problem ? <Note>The history cannot be read now.</Note> : <SkeletonLoader />;
  if (events.length === 0) return <Note>Nothing has happened to it yet.</Note>;
  return (
    <Timeline>
      {[...events].reverse().map((event) => (
        <TimelineItem
          key={event.eventId}
          title={historySentence(event, { place, now, who })}
          timestamp={absolute(new Date(event.at), now, place)}
        >
          <What event={event} />
        </TimelineItem>
      ))}
    </Timeline>
  );
}

function What({ event: { reason, note } }: { readonly event: HistoryEvent }) {
  const lines = [reason && `Reason: ${reason}`, note && `Note: ${note}`].filter(Boolean);
  return (
    <Box overflowWrap="anywhere" whiteSpace="pre-wrap">
      {lines.join('\n')}
    </Box>
  );
}

function Note({ children }: { readonly children: string }) {
  return <Box color="colorTextWeak">{children}</Box>;
}

async function wholeHistory(api: Api, conversationSid: string): Promise<readonly HistoryEvent[]> {
  let read = await api.history(conversationSid);
  const events = [...read.events];
  while (read.next !== undefined) {
    read = await api.history(conversationSid, read.next);
    events.push(...read.events);
  }
  return events;
}
