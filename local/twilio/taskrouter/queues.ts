import { type DemoQueue, EVERYONE, QUEUES } from '../demo';

/** The queue of this SID; null when the workspace has none. */
export function findQueue(sid: string): DemoQueue | null {
  return QUEUES.find((queue) => queue.sid === sid) ?? null;
}

/** The queue of a kept task. */
export function queueOf(task: { queueSid: string }): DemoQueue {
  return findQueue(task.queueSid) ?? EVERYONE;
}

export function queueName(sid: string): string {
  return findQueue(sid)?.name ?? '';
}
