import { type Deps, type Reservation, type Task } from '../../lambda/actions/ports';
import { conversationFacts, heldReservation, identityOf, isOver } from '../../lambda/actions/presence';
import { type MessageFact } from '../../lambda/domain/messages';
import { type Conversation } from '../../lambda/domain/record';

/** A task of the conversation that is not over, and the agent who has it. */
export interface LiveTask {
  readonly task: Task;
  readonly held: Reservation | undefined;
  readonly identity: string | null;
}

/** What Twilio tells of a conversation now. */
export type AtTwilio = 'closed' | OpenAtTwilio;

export interface OpenAtTwilio {
  /** Of several, the one that was accepted last. */
  readonly live: LiveTask | undefined;
  /** The record's own task; undefined: TaskRouter has deleted it. */
  readonly ownTask: Task | undefined;
  /** Tasks of the first and of the last invite that Twilio lists: one is the newest, and nothing says which. */
  readonly outermostInvited: readonly string[];
  readonly messages: readonly MessageFact[];
}

type ReadDeps = Pick<Deps, 'twilio'>;

/** Reads only. @throws TwilioError */
export async function atTwilio(record: Conversation, deps: ReadDeps): Promise<AtTwilio> {
  const { twilio } = deps;
  if ((await conversationFacts(record, deps)) === 'closed') return 'closed';
  const status = (await twilio.channelStatus(record))?.toLowerCase();
  if (status === undefined || status === 'closed') return 'closed';
  const invites = await twilio.invites(record);
  const participants = await twilio.participants(record);
  const own = record.task?.taskSid;
  const sids = [own, ...participants.map(({ taskSid }) => taskSid), ...invites.map(({ taskSid }) => taskSid)];
  const tasks = await tasksOf([...new Set(sids.filter((sid) => typeof sid === 'string'))], deps);
  const live = await Promise.all(tasks.filter((task) => !isOver(task)).map((task) => withAgent(task, deps)));
  const isAside = record.pause !== null || record.leave !== null || record.task !== null;
  return {
    live: live.sort(byAccept)[0],
    ownTask: tasks.find(({ taskSid }) => taskSid === own),
    outermostInvited: [invites.at(0), invites.at(-1)].flatMap((invite) => invite?.taskSid ?? []),
    messages: isAside ? await twilio.newestMessages(record.conversationSid) : [],
  };
}

async function tasksOf(taskSids: readonly string[], { twilio }: ReadDeps): Promise<Task[]> {
  const tasks = await Promise.all(taskSids.map((taskSid) => twilio.task(taskSid)));
  return tasks.filter((task) => task !== undefined);
}

async function withAgent(task: Task, deps: ReadDeps): Promise<LiveTask> {
  const held = await heldReservation(task.taskSid, deps);
  return { task, held, identity: held === undefined ? null : await identityOf(held.workerSid, deps) };
}

function byAccept({ held: one }: LiveTask, { held: other }: LiveTask): number {
  return (other?.acceptedAt ?? 0) - (one?.acceptedAt ?? 0);
}
