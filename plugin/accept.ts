import { type Flex, type Manager, type Task } from './flex-ui';

/**
 * Accepts by itself what comes back to this agent: a task whose marker names the agent. The server may be first, and does
 * so by default; both at once do no harm. A task that cannot be accepted stays offered, to be accepted by hand.
 */
export function acceptWhatComesBack({ Actions }: Flex, manager: Manager): void {
  const acceptOurs = (task: Task): void => {
    if (task.status !== 'pending' || !comesBackTo(task, manager.workerClient?.sid)) return;
    Actions.invokeAction('AcceptTask', { task })
      .then(() => Actions.invokeAction('SelectTask', { sid: task.sid }))
      .catch(() => undefined);
  };
  manager.events.addListener('taskReceived', acceptOurs);
  manager.store.getState().flex.worker.tasks.forEach(acceptOurs); // came while Flex was loading
}

function comesBackTo({ attributes }: Task, workerSid: string | undefined): boolean {
  const { purpose, workerSid: named } = (attributes['leavePause'] ?? {}) as Readonly<Record<string, unknown>>;
  return (purpose === 'resume' || purpose === 'reassign') && workerSid !== undefined && named === workerSid;
}
