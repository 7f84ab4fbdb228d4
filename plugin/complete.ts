import { type Api } from '../desk/api/client';
import { asProblem } from '../desk/api/problem';
import { type Pulse } from '../desk/live/pulse';
import { type Flex, type Manager, type Task, type TaskPayload } from './flex-ui';
import { type Notices } from './notices';
import { conversationSidOf } from './task';

/**
 * Complete in the wrap-up of a Leave, Pause or End goes by the product's route, which closes the agent's participant and
 * leaves the channel open. Every other task is completed as Flex does; so are all while the API does not answer.
 */
export function completeByOurRoute(
  flex: Flex,
  manager: Manager,
  api: Api,
  notices: Notices,
  pulse: Pick<Pulse, 'hurry'>,
): void {
  flex.Actions.replaceAction('CompleteTask', async (payload, original) => {
    const task = taskIn(payload, manager);
    const conversationSid = task ? conversationSidOf(task) : null;
    if (!task || conversationSid === null || !(await isOurWrapUp(task, conversationSid, api)))
      return original(payload);
    return api
      .complete(conversationSid)
      .then(() => undefined)
      .catch((error: unknown) => notices.refused(asProblem(error)))
      .finally(() => pulse.hurry());
  });
}

function taskIn({ task, sid }: TaskPayload, { store }: Manager): Task | undefined {
  return task ?? (sid === undefined ? undefined : store.getState().flex.worker.tasks.get(sid));
}

async function isOurWrapUp({ status, taskSid }: Task, conversationSid: string, api: Api): Promise<boolean> {
  if (status !== 'wrapping') return false;
  const conversation = await api.conversation(conversationSid).catch(() => null);
  return conversation !== null && conversation.wrapUp !== null && conversation.task?.taskSid === taskSid;
}
