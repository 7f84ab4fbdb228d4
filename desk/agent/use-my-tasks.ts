import { useCallback } from 'react';
import { useWorkplace } from '../conversations/workplace';
import { useLive } from '../live/use-live';
import { type StandInTask } from '../stand-in/client';
import { useStandIn } from '../stand-in/context';

/** The person's tasks at the stand-in, oldest first, with those that are offered. undefined: none are known (yet). */
export function useMyTasks(): readonly StandInTask[] | undefined {
  const standIn = useStandIn();
  const { user } = useWorkplace();
  const load = useCallback(async () => (await standIn!.tasks()).tasks, [standIn]);
  // Asked for quickly always: it costs nothing on one machine, and a task may be offered at any moment.
  const { value } = useLive(standIn ? load : null, () => true);
  return value?.filter(
    ({ workerSid, reservedFor }) =>
      user.workerSid !== null && [workerSid, reservedFor].includes(user.workerSid),
  );
}
