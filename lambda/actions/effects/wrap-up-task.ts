import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import { type Deps, TwilioError } from '../ports';
import { isOver, participantOf, unlessGone } from '../presence';

/** Puts the agent's task into wrap-up, by the participant's status. */
export async function wrapUpTask(
  { taskSid }: Extract<Effect, { kind: 'wrap-up-task' }>,
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  const put = await unlessGone(() => putIntoWrapUp(taskSid, record, deps), record, deps);
  if (put.kind === 'gone') return { result: 'conversation-closed' };
  if (put.kind === 'there' && put.answer !== undefined)
    return { result: 'wrapping-up', participantSid: put.answer };
  const task = await deps.twilio.task(taskSid);
  if (isOver(task)) return { result: 'task-over', taskSid, wasTaken: true };
  return task?.status === 'wrapping' ? { result: 'wrapping-up', participantSid: null } : { result: 'failed' };
}

/** @returns the participant's SID; undefined when there is none, or it does not go into wrap-up (it may be there already) */
async function putIntoWrapUp(taskSid: string, record: Conversation, deps: Deps): Promise<string | undefined> {
  const participantSid = record.task?.participantSid ?? (await participantOf(taskSid, record, deps));
  if (participantSid === undefined) return undefined;
  try {
    await deps.twilio.setParticipant(record, participantSid, 'wrapup');
    return participantSid;
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'refused') return undefined;
    throw error;
  }
}
