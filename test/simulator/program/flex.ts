import { removeConversation, setState } from '../../../local/twilio/conversations/conversation-moves';
import { MOST_WEBHOOKS } from '../../../local/twilio/conversations/scoped-webhooks';
import { addWebhook } from '../../../local/twilio/conversations/webhook-moves';
import { write, type Writer } from '../../../local/twilio/conversations/writing';
import { OFFLINE } from '../../../local/twilio/demo';
import { keepForNow } from '../../../local/twilio/flex/channel-age';
import { closeChannel, inactivateChannel, removeChannel } from '../../../local/twilio/flex/channel-moves';
import { createInvite } from '../../../local/twilio/flex/invite-moves';
import { leave } from '../../../local/twilio/flex/joining';
import { reactivate } from '../../../local/twilio/flex/reactivation';
import type { Channel, Conversation, Task, Worker } from '../../../local/twilio/records';
import { all } from '../../../local/twilio/store';
import { completeTask, systemDeleteTask, wrapUpTask } from '../../../local/twilio/taskrouter/task-moves';
import { hasTasks } from '../../../local/twilio/taskrouter/worker-facts';
import { deleteWorker, setActivity } from '../../../local/twilio/taskrouter/worker-moves';
import type { Parts } from './parts';
import { FLOW_THAT_DOES_NOTHING, PUT_ASIDE } from './constants';
import type { FlexAct } from './plan';
import type { Promises } from './promises';

/** What Flex, an administrator of Twilio and TaskRouter itself do behind our back. */
export class Flex {
  constructor(
    private readonly world: Pick<Parts, 'twilio' | 'faults' | 'table'>,
    private readonly promises: Promises,
  ) {}

  act(what: FlexAct, channel: Channel, way: number, pick: number): void {
    const { platform } = this.world.twilio;
    this.world.faults.count(what);
    void platform.change(() => {
      const conversation = platform.store.conversations.get(channel.conversationSid);
      if (what === 'agent away') return this.goAway(pick);
      if (what === 'agent deleted') return this.deleteAgent(channel, pick);
      if (conversation === undefined || conversation.state === 'closed') return;
      switch (what) {
        case 'transfer':
          return this.transfer(channel, conversation, way);
        case 'flex pauses':
          return this.putAside(channel, 'pause');
        case 'flex leaves':
          return this.putAside(channel, 'inactive');
        case 'flex resumes':
          return this.resume(channel, conversation);
        case 'flex lets go':
          return this.letGo(channel);
        case 'task removed':
          return this.removeTask(channel, way);
        case 'conversation closed at Twilio':
          return this.closeConversation(channel, conversation);
        case 'conversation removed':
          return this.removeConversation(channel, conversation, way);
        case 'others put hooks on':
          return this.putHooksOn(conversation, way);
        case 'channel closed in Flex':
          this.promises.mayClose(channel.conversationSid);
          return closeChannel(platform, channel, way % 2 === 0 ? 'completed' : 'wrapping');
      }
    });
  }

  /** Flex makes a new task with the attributes of the old one, which ends at once or in a wrap-up, or goes on beside it. */
  private transfer(channel: Channel, conversation: Conversation, way: number): void {
    const { platform } = this.world.twilio;
    const task = this.assignedTask(channel);
    if (task === undefined || channel.status !== 'active') return;
    const { workflowSid, queueSid, taskChannel, priority } = task;
    const agents = this.agents();
    const made = createInvite(platform, channel, conversation, {
      workflowSid,
      queueSid,
      workerSid: way % 3 === 0 ? (agents[way % agents.length]?.sid ?? null) : null,
      taskChannel,
      attributes: JSON.parse(task.attributes) as Record<string, unknown>,
      priority,
      timeout: 86_400,
    });
    this.promises.madeByFlex(made.task);
    if (way % 4 === 3) return;
    if (way % 2 === 1) return wrapUpTask(platform, task);
    completeTask(platform, task);
    const own = all(platform.store.channelParticipants, channel.participantSids).find(
      ({ routing }) => routing?.task_sid === task.sid,
    );
    if (own) leave(platform, channel, own);
  }

  /** Flex's own Pause or Leave. */
  private putAside(channel: Channel, status: 'pause' | 'inactive'): void {
    if (channel.status !== 'active' || this.assignedTask(channel) === undefined) return;
    inactivateChannel(this.world.twilio.platform, channel);
    channel.status = status;
  }

  private resume(channel: Channel, conversation: Conversation): void {
    if (!PUT_ASIDE.includes(channel.status)) return;
    channel.status = 'inactive'; // from which the stand-in knows the way back
    this.byItself(() => reactivate(this.world.twilio.platform, conversation));
  }

  /** Where custom routing was to make the next task, and never does. */
  private letGo(channel: Channel): void {
    if (PUT_ASIDE.includes(channel.status)) channel.status = 'active';
  }

  /** Somebody writes; what the customer writes brings back what Flex's own Leave has put aside. */
  write(conversationSid: string, from: Writer): void {
    const { platform } = this.world.twilio;
    void platform.change(() => this.byItself(() => write(platform, conversationSid, from, 'a message')));
  }

  /** A task that Flex makes meanwhile is none of ours. */
  private byItself(act: () => void): void {
    const { tasks } = this.world.twilio.platform.store;
    const before = tasks.values().at(-1);
    act();
    const newest = tasks.values().at(-1);
    if (newest && newest !== before) this.promises.madeByFlex(newest);
  }

  private removeTask(channel: Channel, way: number): void {
    const { platform } = this.world.twilio;
    const live = this.world.twilio.liveTasks(channel.conversationSid);
    const task = live[way % Math.max(1, live.length)];
    if (task === undefined) return;
    platform.clearAlarm('task-timeout', task.sid);
    platform.clearAlarm('assigned-too-long', task.sid);
    systemDeleteTask(platform, task);
  }

  private closeConversation(channel: Channel, conversation: Conversation): void {
    const { platform } = this.world.twilio;
    this.promises.mayClose(conversation.sid);
    setState(platform, conversation, 'closed', 'API', { webhook: true });
    channel.status = 'closed';
    keepForNow(platform, channel);
  }

  /** By an administrator's call, or for its age; its tasks end with it, or go on without it. */
  private removeConversation(channel: Channel, conversation: Conversation, way: number): void {
    const { platform } = this.world.twilio;
    this.promises.mayClose(conversation.sid);
    if (way % 2 === 0) inactivateChannel(platform, channel);
    removeConversation(platform, conversation, { webhook: true });
    removeChannel(platform, channel);
  }

  private goAway(pick: number): void {
    const worker = this.agents()[pick % 3];
    if (worker) setActivity(this.world.twilio.platform, worker, OFFLINE.sid);
  }

  /** Somebody else has one webhook on the conversation, or one of the flow that does nothing, or as many as there can be. */
  private putHooksOn(conversation: Conversation, way: number): void {
    const { platform } = this.world.twilio;
    const most = way % 3 === 0 ? MOST_WEBHOOKS : Math.min(MOST_WEBHOOKS, conversation.webhookSids.length + 1);
    const isStudio = way % 3 === 1;
    while (conversation.webhookSids.length < most) {
      const webhook = addWebhook(platform, conversation, {
        target: isStudio ? 'studio' : 'webhook',
        configuration: isStudio ? { flow_sid: FLOW_THAT_DOES_NOTHING } : { url: 'https://hook.example' },
      });
      this.promises.hookOfOthers(webhook);
    }
  }

  /** TaskRouter deletes only workers without tasks; one agent stays, or nobody would be left. Who paused it, where it is paused. */
  private deleteAgent({ conversationSid }: Channel, pick: number): void {
    const { platform } = this.world.twilio;
    const agents = this.agents();
    const owner = this.world.table.records.get(conversationSid)?.pause?.workerSid;
    const worker = agents.find(({ sid }) => sid === owner) ?? agents[pick % Math.max(1, agents.length)];
    if (worker && !hasTasks(platform, worker.sid) && agents.length > 1) deleteWorker(platform, worker);
  }

  private agents(): Worker[] {
    return this.world.twilio.platform.store.workers.values().filter(({ roles }) => roles.includes('agent'));
  }

  private assignedTask({ conversationSid }: Channel): Task | undefined {
    return this.world.twilio.liveTasks(conversationSid).find(({ status }) => status === 'assigned');
  }
}
