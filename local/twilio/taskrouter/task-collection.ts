import { type Collection } from '../../ports';
import { type Task } from '../records';

/** The workspace's tasks. Those that wait, and those of a conversation, are found without a look at all of them. */
export class TaskCollection implements Collection<Task> {
  private readonly waiting = new Map<string, Task>();
  private readonly byConversation = new Map<string, Map<string, Task>>();

  constructor(private readonly kept: Collection<Task>) {
    for (const task of kept.values()) this.index(task);
  }

  get(sid: string): Task | undefined {
    return this.kept.get(sid);
  }

  set(sid: string, task: Task): void {
    this.kept.set(sid, task);
    this.index(task);
  }

  delete(sid: string): void {
    const task = this.kept.get(sid);
    if (!task) return;
    this.kept.delete(sid);
    this.waiting.delete(sid);
    const others = this.byConversation.get(task.conversationSid);
    others?.delete(sid);
    if (others?.size === 0) this.byConversation.delete(task.conversationSid);
  }

  values(): Task[] {
    return this.kept.values();
  }

  pending(): Task[] {
    return [...this.waiting.values()];
  }

  /** Also those that are over. */
  ofConversation(conversationSid: string): Task[] {
    return [...(this.byConversation.get(conversationSid)?.values() ?? [])];
  }

  private index(task: Task): void {
    if (task.status === 'pending') this.waiting.set(task.sid, task);
    else this.waiting.delete(task.sid);
    const others = this.byConversation.get(task.conversationSid) ?? new Map<string, Task>();
    this.byConversation.set(task.conversationSid, others.set(task.sid, task));
  }
}
