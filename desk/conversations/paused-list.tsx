import { type Conversation, type ConversationList } from '../api/types';
import { ListSection } from './list-section';
import { MarkAnnouncer } from './mark-announcer';
import { PausedRow } from './paused-row';

export interface ConversationListProps {
  /** undefined: not known yet */
  readonly list: ConversationList | undefined;
  /** Asks for more of it, where there is more */
  readonly onMore: () => void;
  readonly selected: string | null;
  readonly onSelect: (conversation: Conversation) => void;
}

/** What is paused, soonest deadline first. Screen readers are told who has come within 24 hours and within 1 hour. */
export function PausedList({ list, onMore, selected, onSelect }: ConversationListProps) {
  return (
    <ListSection
      title="Paused"
      rows={list?.conversations}
      hasMore={list?.next !== undefined}
      onMore={onMore}
      empty="Nothing is paused."
      idOf={({ conversationSid }) => conversationSid}
      render={(conversation) => <PausedRow conversation={conversation} />}
      selected={selected}
      onSelect={onSelect}
    >
      <MarkAnnouncer conversations={list?.conversations ?? []} />
    </ListSection>
  );
}
