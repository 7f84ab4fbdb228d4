import { useCallback } from 'react';
import { ConversationActions } from '../../desk/conversations/conversation-actions';
import { isChanging } from '../../desk/conversations/status';
import { useWorkplace } from '../../desk/conversations/workplace';
import { useLive } from '../../desk/live/use-live';
import { type Manager, type Task } from '../flex-ui';
import { conversationSidOf, customerNameOf, taskInHand } from '../task';
import { type PluginWorkplace } from '../workplace';
import { InFlex } from './in-flex';
import { useSeenIndex } from './use-seen-index';

export interface TaskActionsProps extends PluginWorkplace {
  readonly manager: Manager;
  /** Given by Flex: the task that is selected */
  readonly task?: Task;
}

/** Pause, Leave and what else can be done, in the header of the selected task. */
export function TaskActions({ manager, task, ...shared }: TaskActionsProps) {
  const conversationSid = task ? conversationSidOf(task) : null;
  if (!task || conversationSid === null) return null;
  return (
    <InFlex {...shared}>
      <Actions key={task.sid} manager={manager} task={task} conversationSid={conversationSid} />
    </InFlex>
  );
}

interface ActionsProps {
  readonly manager: Manager;
  readonly task: Task;
  readonly conversationSid: string;
}

function Actions({ manager, task, conversationSid }: ActionsProps) {
  const { api, user } = useWorkplace();
  const settings = useLive(useCallback(() => api.settings(), [api]));
  const { value, put } = useLive(
    useCallback(() => api.conversation(conversationSid), [api, conversationSid]),
    isChanging,
  );
  return (
    <ConversationActions
      conversationSid={conversationSid}
      customer={customerNameOf(task)}
      conversation={value ?? null}
      task={taskInHand(task, user.workerSid)}
      settings={settings.value}
      seenIndex={useSeenIndex(manager, conversationSid)}
      onChanged={put}
    />
  );
}
