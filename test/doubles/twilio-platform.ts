import type { ListedEvent, Participant } from '../../lambda/actions/ports';
import type { MessageFact } from '../../lambda/domain/messages';
import type { AgentDeleted, EventFields, TaskEvent } from '../../lambda/domain/task-events';
import { type InviteProperties, markerIn } from '../../lambda/domain/invite-routing';
import { type Instant, secondsBetween } from '../../lambda/domain/time';
import { ALICE, BOB, QUEUE, sid, WORKFLOW } from './constants';
import { deletedFields, eventFields } from './event-fields';
import {
  type FakeChannel,
  type FakeConversation,
  type FakeHook,
  type FakeReservation,
  type FakeTask,
  type FakeWorker,
  isLive,
  isTaken,
} from './fake-resources';

/** News that waits to be delivered by webhook. */
export type News =
  | TaskEvent
  | AgentDeleted
  | { readonly kind: 'closed'; readonly conversationSid: string }
  | { readonly kind: 'written'; readonly conversationSid: string; readonly message: MessageFact };

/** What happens inside of Twilio: to channels, tasks, reservations, and what it tells of them. */
export class FakePlatform {
  readonly channels = new Map<string, FakeChannel>();
  readonly conversations = new Map<string, FakeConversation>();
  readonly tasks = new Map<string, FakeTask>();
  readonly workers = new Map<string, FakeWorker>();
  /** Webhooks that were not delivered yet. */
  news: News[] = [];
  /** Every webhook there ever was, for deliveries that are late or doubled. */
  readonly allNews: News[] = [];
  /** false: a participant that is closed leaves its task in wrap-up. */
  closingCompletesTask = true;
  /** false: a named invite's reservation is not there yet when the invite is answered. */
  reservesAtOnce = true;
  /** false: an accept does not bring its agent into the channel. */
  acceptJoins = true;
  /** TaskRouter's event list; kept only where `listsEvents` is set. */
  readonly events: ListedEvent[] = [];
  listsEvents = false;
  private count = 0;

  constructor(private readonly now: () => Instant) {
    this.addWorker(ALICE, 'Alice', 'alice');
    this.addWorker(BOB, 'Bob', 'bob');
  }

  addWorker(workerSid: string, name: string, identity: string): void {
    this.workers.set(workerSid, { workerSid, name, identity, available: true, capacity: 5 });
  }

  /** An agent is gone from the workspace. */
  deleteWorker(workerSid: string): void {
    this.workers.delete(workerSid);
    this.tell({ kind: 'agent-deleted', workerSid });
  }

  /** Somebody writes; `participantSid` null: one who is no participant. */
  write(
    conversationSid: string,
    author: string,
    participantSid: string | null = `MB-${author}`,
  ): MessageFact {
    const { messages } = this.conversations.get(conversationSid)!;
    const message = { index: messages.length, author, participantSid };
    messages.push(message);
    this.tell({ kind: 'written', conversationSid, message });
    return message;
  }

  /** A customer writes for the first time; the task waits for an agent. */
  startConversation(attributes: Readonly<Record<string, unknown>> = {}): FakeTask {
    const number = ++this.count;
    const conversationSid = sid('CH', number);
    const channel: FakeChannel = {
      interactionSid: sid('KD', number),
      channelSid: sid('UO', number),
      conversationSid,
      status: 'active',
      participants: [{ participantSid: this.newSid('UT'), type: 'customer', taskSid: null }],
      invites: [],
    };
    this.channels.set(channel.channelSid, channel);
    this.conversations.set(conversationSid, { state: 'active', closesAt: null, messages: [], hooks: [] });
    return this.createTask(channel, {
      workspace_sid: sid('WS', 1),
      workflow_sid: WORKFLOW,
      queue_sid: QUEUE,
      task_channel_unique_name: 'chat',
      attributes: { channelType: 'web', customerName: 'Carol', ...attributes },
      priority: 0,
      timeout: 86_400,
    });
  }

  /** A webhook on the conversation; `flowSid` null: one that is none of Studio. */
  addHook(conversationSid: string, flowSid: string | null, from: number | null = null): FakeHook {
    const hook = { webhookSid: this.newSid('WH'), flowSid, from };
    this.conversations.get(conversationSid)!.hooks.push(hook);
    return hook;
  }

  invite(channel: FakeChannel, properties: InviteProperties): FakeTask {
    const task = this.createTask(channel, properties);
    const { worker_sid: named } = properties;
    const isAvailable = named !== undefined && this.workers.get(named)?.available === true;
    if (isAvailable && this.reservesAtOnce) this.reserve(task, named);
    return task;
  }

  /** TaskRouter offers the task. */
  reserve(task: FakeTask, workerSid: string): FakeReservation {
    const workerName = this.workers.get(workerSid)?.name ?? null;
    const reservation: FakeReservation = {
      ...{ reservationSid: this.newSid('WR'), workerSid, workerName, status: 'pending' },
      acceptedAt: null,
    };
    task.reservations.push(reservation);
    task.status = 'reserved';
    const { conversationSid, taskSid } = task;
    const inviteId = markerIn(task.attributes)?.inviteId ?? null;
    const { reservationSid } = reservation;
    this.tell({
      kind: 'reserved',
      conversationSid,
      reserved: { taskSid, reservationSid, workerSid, inviteId },
    });
    return reservation;
  }

  join({ taskSid, channelSid }: FakeTask): void {
    const participant = { participantSid: this.newSid('UT'), type: 'agent', taskSid };
    this.channels.get(channelSid)?.participants.push(participant);
  }

  /** The agent takes the task, and joins the channel. */
  accept(taskSid: string, workerSid: string): void {
    const task = this.task(taskSid);
    const offered = task.reservations.find(
      (each) => each.workerSid === workerSid && each.status === 'pending',
    );
    const reservation = offered ?? this.reserve(task, workerSid);
    reservation.status = 'accepted';
    reservation.acceptedAt = Date.parse(this.now());
    task.status = 'assigned';
    if (this.acceptJoins) this.join(task);
    const worker = this.workers.get(workerSid);
    const { conversationSid, attributes, workflowSid, queueSid, taskChannelUniqueName, priority } = task;
    this.tell({
      kind: 'accepted',
      conversationSid,
      task: {
        ...{ taskSid, reservationSid: reservation.reservationSid, workerSid, status: 'assigned' },
        ...{ workerName: worker?.name ?? null, workerIdentity: worker?.identity ?? null },
        ...{ attributes, workflowSid, queueSid, taskChannelUniqueName, priority },
        inviteId: markerIn(attributes)?.inviteId ?? null,
        at: Date.parse(this.now()),
      },
    });
  }

  /** The agent ends the wrap-up in Flex, or Twilio ends a task that nobody has taken. */
  endTask(task: FakeTask, status: 'completed' | 'canceled'): void {
    if (!isLive(task)) return;
    task.status = status;
    task.reservations.forEach((each) => (each.status = status));
    const { conversationSid, taskSid, attributes } = task;
    const inviteId = markerIn(attributes)?.inviteId ?? null;
    const wasTaken = status === 'completed';
    this.tell({ kind: 'over', conversationSid, taskSid, inviteId, wasTaken, attributes });
  }

  wrapUp(task: FakeTask): void {
    if (task.status !== 'assigned') return;
    task.status = 'wrapping';
    for (const each of task.reservations) if (each.status === 'accepted') each.status = 'wrapping';
    this.tell({ kind: 'wrapping', conversationSid: task.conversationSid, taskSid: task.taskSid });
  }

  closeParticipant(channel: FakeChannel, { participantSid }: Participant, task: FakeTask | undefined): void {
    channel.participants = channel.participants.filter((each) => each.participantSid !== participantSid);
    if (task === undefined || !isTaken(task)) return;
    if (this.closingCompletesTask) this.endTask(task, 'completed');
    else this.wrapUp(task);
  }

  closeChannel(channel: FakeChannel, endTasks: boolean): void {
    for (const task of this.tasks.values()) {
      if (task.channelSid !== channel.channelSid || !isLive(task)) continue;
      if (!isTaken(task)) this.endTask(task, 'canceled');
      else if (endTasks) this.endTask(task, 'completed');
      else this.wrapUp(task);
    }
    channel.status = 'closed';
    const { conversationSid } = channel;
    const conversation = this.conversations.get(conversationSid);
    if (conversation) conversation.state = 'closed';
    this.tell({ kind: 'closed', conversationSid });
  }

  /** Time goes on: tasks that nobody has taken end. */
  timePasses(): void {
    for (const task of this.tasks.values()) {
      const isOld = secondsBetween(task.createdAt, this.now()) >= task.timeout;
      if (isOld && (task.status === 'pending' || task.status === 'reserved')) this.endTask(task, 'canceled');
    }
  }

  /** Of all tasks, those that take capacity of an agent. */
  tasksOf(workerSid: string): FakeTask[] {
    const isHeld = ({ workerSid: other, status }: FakeReservation) =>
      other === workerSid && (status === 'accepted' || status === 'wrapping');
    return [...this.tasks.values()].filter((task) => isLive(task) && task.reservations.some(isHeld));
  }

  task(taskSid: string): FakeTask {
    const task = this.tasks.get(taskSid);
    if (task === undefined) throw new Error(`no task ${taskSid}`);
    return task;
  }

  /** The channel of a conversation. */
  channelOf(conversationSid: string): FakeChannel {
    const found = [...this.channels.values()].find((each) => each.conversationSid === conversationSid);
    if (found === undefined) throw new Error(`no channel of ${conversationSid}`);
    return found;
  }

  private createTask(channel: FakeChannel, properties: InviteProperties): FakeTask {
    const { interactionSid, channelSid, conversationSid } = channel;
    const taskSid = this.newSid('WT');
    const task: FakeTask = {
      taskSid,
      status: 'pending',
      attributes: {
        ...properties.attributes,
        conversationSid,
        flexInteractionSid: interactionSid,
        flexInteractionChannelSid: channelSid,
        flexChannelInviteSid: this.newSid('KG'),
      },
      workflowSid: properties.workflow_sid,
      queueSid: properties.queue_sid ?? null,
      taskChannelUniqueName: properties.task_channel_unique_name ?? 'default',
      priority: properties.priority,
      conversationSid,
      channelSid,
      target: properties.worker_sid ?? null,
      timeout: properties.timeout,
      createdAt: this.now(),
      reservations: [],
    };
    this.tasks.set(taskSid, task);
    channel.invites.push({ taskSid, attributes: task.attributes });
    return task;
  }

  private tell(news: News): void {
    this.news.push(news);
    this.allNews.push(news);
    if (!this.listsEvents || news.kind === 'closed' || news.kind === 'written') return;
    this.events.push({
      at: Date.parse(this.now()),
      fields: { Timestamp: this.now(), ...this.fieldsOf(news) },
    });
  }

  private fieldsOf(news: TaskEvent | AgentDeleted): EventFields {
    if (news.kind === 'agent-deleted') return deletedFields(news);
    const taskSid =
      news.kind === 'accepted'
        ? news.task.taskSid
        : news.kind === 'reserved'
          ? news.reserved.taskSid
          : news.taskSid;
    return eventFields(news, this.task(taskSid), this.workers);
  }

  private newSid(prefix: string): string {
    return sid(prefix, 0x100 + ++this.count);
  }
}
