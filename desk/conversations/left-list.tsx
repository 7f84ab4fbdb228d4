import { LeftRow } from './left-row';
import { ListSection } from './list-section';
import { type ConversationListProps } from './paused-list';

/** What waits for a customer's reply, soonest expiry first. */
export function LeftList({ list, onMore, selected, onSelect }: ConversationListProps) {
  return (
    <ListSection
      title="Left"
      rows={list?.conversations}
      hasMore={list?.next !== undefined}
      onMore={onMore}
      empty="Nothing waits for a customer’s reply."
      idOf={({ conversationSid }) => conversationSid}
      render={(conversation) => <LeftRow conversation={conversation} />}
      selected={selected}
      onSelect={onSelect}
    />
  );
}
