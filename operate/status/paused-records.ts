import { type ListPosition, type Lists, type ParkedSelection } from '../../lambda/actions/ports';
import { type Conversation } from '../../lambda/domain/record';

const EVERY_PAUSE: ParkedSelection = { parking: 'pause', of: 'all', after: null, upTo: null };
const MOST = 20_000;
const PAGE_SIZE = 1_000;

/** Records of what is paused, soonest deadline first, as they are now. */
export async function pausedRecords(
  lists: Lists,
): Promise<{ records: readonly Conversation[]; isComplete: boolean }> {
  const records: Conversation[] = [];
  let position: ListPosition = [];
  for (;;) {
    const page = await lists.parked(EVERY_PAUSE, position, PAGE_SIZE);
    const read = await lists.readMany(page.places.map(({ conversationSid }) => conversationSid));
    records.push(...[...read.records.values()].filter(({ pause }) => pause !== null));
    if (!page.hasMore || records.length >= MOST) return { records, isComplete: !page.hasMore };
    position = page.position;
  }
}
