import { type TaskInHand } from '../desk/conversations/actions';
import { type Task } from './flex-ui';

/** SID of a task's conversation; null for calls, and for what no interaction is behind. */
export function conversationSidOf({ attributes }: Pick<Task, 'attributes'>): string | null {
  const { conversationSid, flexInteractionChannelSid } = attributes;
  return typeof conversationSid === 'string' && typeof flexInteractionChannelSid === 'string'
    ? conversationSid
    : null;
}

export function customerNameOf({ attributes }: Pick<Task, 'attributes'>): string {
  const { customerName, name } = attributes;
  return (
    ([customerName, name].find((each) => typeof each === 'string' && each !== '') as string | undefined) ??
    'Customer'
  );
}

/** Flex knows a reservation's status, and the API the task's. */
export function taskInHand({ taskSid, status }: Task, workerSid: string | null): TaskInHand | undefined {
  if (status === 'pending') return { taskSid, status: 'reserved', workerSid: null };
  if (status === 'accepted') return { taskSid, status: 'assigned', workerSid };
  return status === 'wrapping' ? { taskSid, status, workerSid } : undefined;
}
