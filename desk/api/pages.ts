import { type ConversationList } from './types';

/**
 * The first pages of a list as one.
 * @returns `next` is there while the list goes on after them
 */
export async function firstPages(
  page: (cursor?: string) => Promise<ConversationList>,
  count: number,
): Promise<ConversationList> {
  let read = await page();
  const pages = [read];
  while (pages.length < count && read.next !== undefined) {
    read = await page(read.next);
    pages.push(read);
  }
  return pages.length === 1 ? read : { ...read, conversations: pages.flatMap((each) => each.conversations) };
}
