import { setState } from './conversations/conversation-moves';
import { removeChannel } from './flex/channel-moves';
import { type Platform } from './platform';
import { type AlarmKind } from './records';
import { timeOut } from './taskrouter/reservation-moves';
import { cancelTask, removeTask, systemDeleteTask } from './taskrouter/task-moves';

/** What happens when a kept alarm goes off. Each looks first whether there is still something to do. */
export const ALARMS: Record<AlarmKind, (platform: Platform, sid: string) => void> = {
  'task-timeout': (platform, sid) => {
    const task = platform.store.tasks.get(sid);
    if (task?.status === 'pending' || task?.status === 'reserved')
      cancelTask(platform, task, 'Task TTL Exceeded');
  },
  'reservation-timeout': (platform, sid) => {
    const reservation = platform.store.reservations.get(sid);
    const task = reservation && platform.store.tasks.get(reservation.taskSid);
    if (task && reservation.status === 'pending') timeOut(platform, task, reservation);
  },
  'assigned-too-long': (platform, sid) => {
    const task = platform.store.tasks.get(sid);
    if (task?.status === 'assigned' || task?.status === 'wrapping') systemDeleteTask(platform, task);
  },
  'task-deletion': (platform, sid) => {
    const task = platform.store.tasks.get(sid);
    if (task) removeTask(platform, task);
  },
  'conversation-inactive': (platform, sid) => {
    const conversation = platform.store.conversations.get(sid);
    if (conversation?.state === 'active')
      setState(platform, conversation, 'inactive', 'TIMER', { webhook: true });
  },
  'conversation-closing': (platform, sid) => {
    const conversation = platform.store.conversations.get(sid);
    if (conversation && conversation.state !== 'closed') {
      setState(platform, conversation, 'closed', 'TIMER', { webhook: true });
    }
  },
  'channel-deletion': (platform, sid) => {
    const channel = platform.store.channels.get(sid);
    if (channel) removeChannel(platform, channel);
  },
};
