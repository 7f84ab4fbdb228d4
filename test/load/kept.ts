import { inParallel } from '../../lambda/actions/in-parallel';
import { type ConversationView } from '../../lambda/http/view';
import { type Api } from './api';

interface LocalTask {
  readonly taskSid: string;
  readonly conversationSid: string;
  readonly status: string;
}

const LIVE = ['pending', 'reserved', 'assigned', 'wrapping'];

/** The promises that can be seen over HTTP, when nothing is under way: what is broken, one sentence each. */
export async function brokenPromises(api: Api, conversations: readonly string[]): Promise<string[]> {
  const records: ConversationView[] = [];
  await inParallel(conversations, async (conversationSid) => {
    records.push(await api.get<ConversationView>(`/conversations/${conversationSid}`));
  });
  const { tasks } = await api.get<{ tasks: LocalTask[] }>('/local/tasks');
  const timers = await api.get<{ status: string; input: unknown }[]>('/local/timers');
  const paused = records.filter(({ pause }) => pause !== null);
  const running = timers.filter(({ status }) => status === 'RUNNING').length;
  return [
    ...records.flatMap((record) => brokenIn(record, tasks)),
    ...(running === paused.length ? [] : [`${running} timers run for ${paused.length} pauses`]),
    ...difference(paused, await listed(api, '/paused'), 'paused'),
    ...difference(
      records.filter(({ leave }) => leave !== null),
      await listed(api, '/left'),
      'left',
    ),
  ];
}

function brokenIn(
  { conversationSid, channelState, wrapUp, pause, leave, task, owed }: ConversationView,
  tasks: readonly LocalTask[],
): string[] {
  const live = tasks.filter((each) => each.conversationSid === conversationSid && LIVE.includes(each.status));
  const after = wrapUp === null ? task : null; // the task that is wrapped up has none
  const futures = [pause, leave, after].filter((future) => future !== null).length;
  const wanted = channelState === 'closed' ? 0 : 1;
  return [
    ...(owed.length === 0 ? [] : [`${conversationSid} owes ${owed.join(', ')}`]),
    ...(futures === wanted ? [] : [`${conversationSid} is ${channelState} and has ${futures} futures`]),
    ...(live.length <= 1 ? [] : [`${conversationSid} has ${live.length} live tasks`]),
    ...(live[0]?.taskSid === task?.taskSid ? [] : [`${conversationSid} does not know its task`]),
  ];
}

/** All of a list. */
export async function listed(api: Api, list: '/paused' | '/left'): Promise<ConversationView[]> {
  const all: ConversationView[] = [];
  let next: string | undefined;
  do {
    const query = next === undefined ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = await api.get<{ conversations: ConversationView[]; next?: string }>(
      `${list}?worker=all&limit=100${query}`,
    );
    all.push(...page.conversations);
    next = page.next;
  } while (next !== undefined);
  return all;
}

function difference(
  records: readonly ConversationView[],
  list: readonly ConversationView[],
  word: string,
): string[] {
  const [one, other] = [records, list].map(
    (all) => new Set(all.map(({ conversationSid }) => conversationSid)),
  );
  const missing = [...one!]
    .filter((sid) => !other!.has(sid))
    .map((sid) => `${sid} is ${word} and not listed`);
  const tooMany = [...other!]
    .filter((sid) => !one!.has(sid))
    .map((sid) => `${sid} is listed and not ${word}`);
  return [...missing, ...tooMany];
}
