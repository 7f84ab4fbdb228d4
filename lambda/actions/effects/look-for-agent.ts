import type { Outcome } from '../../domain/outcome';
import type { Effect } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import type { Deps } from '../ports';
import { conversationFacts, unlessGone } from '../presence';

/** After an accept of ours: whether the agent has joined the channel by it. One whose task has ended may have left again. */
export async function lookForAgent(
  { taskSid }: Extract<Effect, { kind: 'look-for-agent' }>,
  record: Conversation,
  deps: Deps,
): Promise<Outcome> {
  const read = await unlessGone(() => deps.twilio.participants(record), record, deps);
  if (read.kind === 'gone') return { result: 'conversation-closed' };
  if (read.kind === 'absent') return { result: 'failed' };
  const hasJoined = read.answer.some((each) => each.type === 'agent' && each.taskSid === taskSid);
  if (hasJoined || (await deps.twilio.task(taskSid))?.status !== 'assigned') return { result: 'done' };
  if ((await conversationFacts(record, deps)) === 'closed') return { result: 'conversation-closed' };
  return { result: 'agent-missing', taskSid };
}
