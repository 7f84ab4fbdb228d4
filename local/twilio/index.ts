import { type IncomingMessage, type ServerResponse } from 'node:http';
import { acceptAsAgent, type AgentAct, completeAsAgent, declineAsAgent, returnToDesk } from './agent-acts';
import { ALARMS } from './alarms';
import { type ChannelType, startConversation } from './conversations/start';
import { write, type Writer } from './conversations/writing';
import { changeAvailability, type DemoAgent, demoAgents } from './demo-agents';
import { type DeliveryAttempt } from './delivery-log';
import { type TwilioStandInOptions } from './options';
import { Platform } from './platform';
import { answerRequest } from './server';
import { assignPendingTasks } from './taskrouter/assignment';
import { createWorkers } from './taskrouter/worker-moves';
import {
  latestConversations,
  type LiveTask,
  liveTasks,
  type SeenConversation,
  type SeenMessage,
  seenMessages,
} from './what-people-see';

export { CHANNEL_TYPES, type ChannelType } from './conversations/start';
export { type Writer, WRITERS } from './conversations/writing';
export { StandInRefusal } from './errors';
export { type TwilioStandInOptions } from './options';

/**
 * A stateful stand-in for Twilio: Interactions, TaskRouter with its event list, Conversations and the check
 * of Flex tokens, by Twilio's own HTTP, with Twilio's rules, and signed webhooks back. Timeouts run on the
 * product's clock and outlive the process.
 */
export class TwilioStandIn {
  private readonly platform: Platform;

  constructor(options: TwilioStandInOptions) {
    this.platform = new Platform(options, { alarms: ALARMS, afterChange: assignPendingTasks });
    createWorkers(this.platform);
  }

  /** Handles one request of Twilio's REST API, also one that is cut off; the paths of all products are under one base. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.platform.options.activity.track(answerRequest(this.platform, request, response));
  }

  agents(): Promise<DemoAgent[]> {
    return this.platform.read(() => demoAgents(this.platform));
  }

  /**
   * An agent goes offline, or comes back.
   * @throws StandInRefusal 404 no such worker
   */
  async changeAvailability(
    workerSid: string,
    available: boolean,
  ): Promise<{ workerSid: string; available: boolean }> {
    await this.platform.change(() => changeAvailability(this.platform, workerSid, available));
    return { workerSid, available };
  }

  /** Tasks that are not over, oldest first. */
  async tasks(): Promise<{ tasks: LiveTask[] }> {
    return { tasks: await this.platform.read(() => liveTasks(this.platform)) };
  }

  /** The latest conversations, oldest first. */
  async conversations(): Promise<{ conversations: SeenConversation[] }> {
    return { conversations: await this.platform.read(() => latestConversations(this.platform)) };
  }

  /** @throws StandInRefusal 404 no such conversation */
  async messages(conversationSid: string): Promise<{ messages: SeenMessage[] }> {
    return { messages: await this.platform.read(() => seenMessages(this.platform, conversationSid)) };
  }

  /** The latest attempts to deliver webhooks, after the one with this id. */
  webhooks(after?: string): DeliveryAttempt[] {
    return this.platform.webhooks.log.after(after);
  }

  /**
   * A customer starts a conversation.
   * @param customerName absent: the stand-in makes one up
   */
  async startConversation(
    channelType: ChannelType,
    customerName?: string,
  ): Promise<{ conversationSid: string; taskSid: string }> {
    const { conversation, task } = await this.platform.change(() =>
      startConversation(this.platform, channelType, customerName),
    );
    return { conversationSid: conversation.sid, taskSid: task.sid };
  }

  /** @throws StandInRefusal 404 no such conversation; 409 closed, or no agent was ever in it */
  async writeMessage(
    conversationSid: string,
    from: Writer,
    body: string,
  ): Promise<{ messageSid: string; index: number }> {
    const message = await this.platform.change(() => write(this.platform, conversationSid, from, body));
    return { messageSid: message.sid, index: message.index };
  }

  /**
   * An agent accepts. Where nobody is there to whom the task could be offered, an agent comes back to the desk for it.
   * @throws StandInRefusal 404 no such task; 409 it is not to be accepted any more, or all agents are at capacity
   */
  async acceptTask(taskSid: string): Promise<AgentAct> {
    await this.platform.change(() => returnToDesk(this.platform, taskSid));
    return this.platform.change(() => acceptAsAgent(this.platform, taskSid));
  }

  /** @throws StandInRefusal 404 no such task; 409 it is offered to no agent */
  declineTask(taskSid: string): Promise<AgentAct> {
    return this.platform.change(() => declineAsAgent(this.platform, taskSid));
  }

  /**
   * The agent completes the task, out of wrap-up or not: task and reservation end, channel and conversation
   * stay open, and the agent stays in them until the participant is closed by API.
   * @throws StandInRefusal 404 no such task; 409 no agent holds it
   */
  completeTask(taskSid: string): Promise<AgentAct> {
    return this.platform.change(() => completeAsAgent(this.platform, taskSid));
  }
}
