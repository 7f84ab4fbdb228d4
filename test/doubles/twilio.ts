import {
  type ChannelAddress,
  type Participant,
  type Reservation,
  type Task,
  type Twilio,
  TwilioError,
} from '../../lambda/actions/ports';
import type { InviteProperties } from '../../lambda/domain/invite-routing';
import { Failures, type HowItFails, type TwilioCall } from './failures';
import {
  type FakeChannel,
  type FakeConversation,
  type FakeTask,
  isLive,
  isTaken,
  MOST_HOOKS,
} from './fake-resources';
import { type FakePlatform } from './twilio-platform';

/** A small Twilio at the level of the port: what one call changes, another sees, and webhooks wait to be delivered. */
export class FakeTwilio implements Twilio {
  /** Calls in their order, with what they are about. */
  readonly calls: string[] = [];
  private readonly failures = new Failures();

  constructor(readonly platform: FakePlatform) {}

  fail(call: TwilioCall, how: HowItFails, times = 1): void {
    this.failures.plan(call, how, times);
  }

  callsOf(call: TwilioCall): string[] {
    return this.calls.filter((each) => each.split(' ')[0] === call);
  }

  channelStatus({ channelSid }: ChannelAddress): Promise<string | undefined> {
    return this.make('channelStatus', channelSid, () => this.platform.channels.get(channelSid)?.status);
  }

  closeChannel(address: ChannelAddress, endTasks: boolean): Promise<void> {
    return this.make('closeChannel', String(endTasks), () => {
      this.platform.closeChannel(this.openChannel(address), endTasks);
    });
  }

  participants(address: ChannelAddress): Promise<Participant[]> {
    return this.make('participants', address.channelSid, () =>
      structuredClone(this.channel(address).participants),
    );
  }

  setParticipant(
    address: ChannelAddress,
    participantSid: string,
    status: 'wrapup' | 'closed',
  ): Promise<void> {
    return this.make('setParticipant', status, () => {
      const channel = this.openChannel(address);
      const found = channel.participants.find((each) => each.participantSid === participantSid);
      if (found === undefined) throw new TwilioError('setParticipant', 'not-found', 404);
      const task = found.taskSid === null ? undefined : this.platform.tasks.get(found.taskSid);
      if (status === 'closed') return this.platform.closeParticipant(channel, found, task);
      if (task === undefined || !isTaken(task)) throw new TwilioError('setParticipant', 'refused', 400);
      this.platform.wrapUp(task);
    });
  }

  invite(address: ChannelAddress, properties: InviteProperties): Promise<{ taskSid: string }> {
    return this.make('invite', properties.worker_sid ?? 'workflow', () => {
      const channel = this.openChannel(address);
      return { taskSid: this.platform.invite(channel, properties).taskSid };
    });
  }

  invites(address: ChannelAddress): Promise<FakeChannel['invites']> {
    return this.make('invites', address.channelSid, () => structuredClone(this.channel(address).invites));
  }

  task(taskSid: string): Promise<Task | undefined> {
    return this.make('task', taskSid, () => {
      const task = this.platform.tasks.get(taskSid);
      return task && taskView(task);
    });
  }

  reservations(taskSid: string): Promise<Reservation[]> {
    return this.make('reservations', taskSid, () =>
      structuredClone(this.platform.tasks.get(taskSid)?.reservations ?? []),
    );
  }

  setReservation(
    taskSid: string,
    reservationSid: string,
    status: 'accepted' | 'completed',
  ): Promise<Reservation> {
    return this.make('setReservation', status, () => {
      const task = this.platform.tasks.get(taskSid);
      const reservation = task?.reservations.find((each) => each.reservationSid === reservationSid);
      if (task === undefined || reservation === undefined)
        throw new TwilioError('setReservation', 'not-found', 404);
      const isPossible = status === 'accepted' ? reservation.status === 'pending' : isTaken(task);
      if (!isPossible) throw new TwilioError('setReservation', 'refused', 400);
      if (status === 'accepted') this.platform.accept(taskSid, reservation.workerSid);
      else this.platform.endTask(task, 'completed');
      return structuredClone(reservation);
    });
  }

  capacity(workerSid: string, taskChannelUniqueName: string) {
    return this.make('capacity', `${workerSid} ${taskChannelUniqueName}`, () => {
      const worker = this.platform.workers.get(workerSid);
      if (worker === undefined) return undefined;
      const { available, capacity: configuredCapacity } = worker;
      return { available, assignedTasks: this.platform.tasksOf(workerSid).length, configuredCapacity };
    });
  }

  worker(workerSid: string) {
    return this.make('worker', workerSid, () => {
      const worker = this.platform.workers.get(workerSid);
      return worker && { workerSid, name: worker.name, available: worker.available };
    });
  }

  workers(pageToken?: string) {
    return this.make('workers', pageToken ?? '', () => {
      const all = [...this.platform.workers.values()];
      const start = pageToken === undefined ? 0 : Number(pageToken);
      const workers = all.slice(start, start + 2).map(({ workerSid, name, available }) => {
        return { workerSid, name, available };
      });
      return { workers, nextPageToken: start + 2 < all.length ? String(start + 2) : null };
    });
  }

  workerIdentity(workerSid: string): Promise<string | null> {
    return this.make('workerIdentity', workerSid, () => {
      const worker = this.platform.workers.get(workerSid);
      if (worker === undefined) throw new TwilioError('workerIdentity', 'not-found', 404);
      return worker.identity;
    });
  }

  events({ from, to = Infinity }: { from: number; to?: number | undefined }) {
    return this.make('events', new Date(from).toISOString(), () =>
      this.platform.events.filter(({ at }) => at >= from && at <= to),
    );
  }

  conversation(conversationSid: string) {
    return this.make('conversation', conversationSid, () => {
      const found = this.platform.conversations.get(conversationSid);
      return found && { state: found.state, closesAt: found.closesAt };
    });
  }

  newestMessages(conversationSid: string) {
    return this.make('newestMessages', conversationSid, () => [
      ...(this.platform.conversations.get(conversationSid)?.messages ?? []),
    ]);
  }

  hooks(conversationSid: string) {
    return this.make('hooks', conversationSid, () =>
      this.theConversation(conversationSid).hooks.map(({ webhookSid, flowSid }) => ({ webhookSid, flowSid })),
    );
  }

  addStudioHook(conversationSid: string, flowSid: string, from: number | null) {
    return this.make('addStudioHook', String(from), () => {
      const { hooks } = this.openConversation(conversationSid);
      if (hooks.length >= MOST_HOOKS) throw new TwilioError('addStudioHook', 'refused', 400);
      const { webhookSid } = this.platform.addHook(conversationSid, flowSid, from);
      return { webhookSid };
    });
  }

  removeHook(conversationSid: string, webhookSid: string): Promise<void> {
    return this.make('removeHook', webhookSid, () => {
      const conversation = this.openConversation(conversationSid);
      conversation.hooks = conversation.hooks.filter((each) => each.webhookSid !== webhookSid);
    });
  }

  /** Tasks of a conversation that are not over. */
  liveTasks(conversationSid: string): FakeTask[] {
    return [...this.platform.tasks.values()].filter(
      (task) => task.conversationSid === conversationSid && isLive(task),
    );
  }

  private async make<T>(call: TwilioCall, about: string, carryOut: () => T): Promise<T> {
    this.calls.push(`${call} ${about}`);
    return this.failures.around(call, carryOut);
  }

  private channel({ channelSid }: ChannelAddress): FakeChannel {
    const channel = this.platform.channels.get(channelSid);
    if (channel === undefined) throw new TwilioError('channel', 'not-found', 404);
    return channel;
  }

  private theConversation(conversationSid: string): FakeConversation {
    const conversation = this.platform.conversations.get(conversationSid);
    if (conversation === undefined) throw new TwilioError('conversation', 'not-found', 404);
    return conversation;
  }

  private openConversation(conversationSid: string): FakeConversation {
    const conversation = this.theConversation(conversationSid);
    if (conversation.state === 'closed') throw new TwilioError('conversation', 'refused', 400);
    return conversation;
  }

  private openChannel(address: ChannelAddress): FakeChannel {
    const channel = this.channel(address);
    if (channel.status === 'closed') throw new TwilioError('channel', 'closed', 400, 45354);
    return channel;
  }
}

function taskView(task: FakeTask): Task {
  const { taskSid, status, attributes, workflowSid, queueSid, taskChannelUniqueName, priority } = task;
  return { taskSid, status, attributes, workflowSid, queueSid, taskChannelUniqueName, priority };
}
