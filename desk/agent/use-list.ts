import { useCallback, useState } from 'react';
import { type ListQuery } from '../api/client';
import { firstPages } from '../api/pages';
import { type ConversationList } from '../api/types';
import { isChanging } from '../conversations/status';
import { type LiveValue, useLive } from '../live/use-live';

/** The API's most */
const PAGE_SIZE = 100;

/** One's own list, a page of it, and more of it when it is asked for. */
export function useList(
  page: (query: ListQuery) => Promise<ConversationList>,
): LiveValue<ConversationList> & { readonly more: () => void } {
  const [pages, setPages] = useState(1);
  const load = useCallback(
    () => firstPages((cursor) => page({ limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) }), pages),
    [page, pages],
  );
  const list = useLive(load, ({ conversations }) => conversations.some(isChanging));
  const more = useCallback(() => setPages((before) => before + 1), []);
  return { ...list, more };
}
