import { useCallback, useRef, useState } from 'react';
import { type ListQuery } from '../api/client';
import { firstPages } from '../api/pages';
import { type ConversationList } from '../api/types';
import { type LiveValue, useLive } from '../live/use-live';
import { isChanging } from './status';

/** The API's most */
const PAGE_SIZE = 100;

/**
 * A list, a page of it, and each time twice as many when more is asked for, so that a long one takes few clicks. What is
 * known stays until more of it is.
 *
 * @param page another function is another list
 */
export function useList(
  page: (query: ListQuery) => Promise<ConversationList>,
): LiveValue<ConversationList> & { readonly more: () => void } {
  const [pages, setPages] = useState(1);
  const load = useCallback(
    () => firstPages((cursor) => page({ limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) }), pages),
    [page, pages],
  );
  const list = useLive(load, ({ conversations }) => conversations.some(isChanging));
  const known = useRef<{ readonly page: unknown; readonly value: ConversationList }>();
  if (list.value) known.current = { page, value: list.value };
  const value = list.value ?? (known.current?.page === page ? known.current.value : undefined);
  const more = useCallback(() => setPages((before) => before * 2), []);
  return { ...list, value, more };
}
