import { type Conversation } from '../../lambda/domain/record';
import { type Reconciled } from './reconcile-one';

/** What came of one conversation, in a line. */
export function lineOf(conversationSid: string, reconciled: Reconciled): string {
  if (reconciled.kind !== 'changed')
    return `${conversationSid}: a timer waits for it, and neither the table nor TaskRouter knows it. See docs/restore.md`;
  const { before, after } = reconciled;
  const is = whereItIs(after);
  const was = before === undefined ? 'no record' : whereItIs(before);
  const owed = [...new Set(Object.values(after.pending).map(({ kind }) => kind))];
  const owes = owed.length === 0 ? '' : `; owes ${owed.join(', ')}`;
  return `${conversationSid}: ${was} -> ${was === is ? 'the same' : is}${owes}`;
}

function whereItIs({ channelState, wrapUp, pause, leave, task, invite }: Conversation): string {
  return [
    channelState,
    ...(wrapUp === null ? [] : ['in wrap-up']),
    ...(pause === null ? [] : [`paused until ${pause.deadline}`]),
    ...(leave === null ? [] : [`left until ${leave.expiresAt}`]),
    ...(task === null ? [] : [`${task.taskSid} ${task.status}`]),
    ...(invite !== null && task === null ? ['to be invited'] : []),
  ].join(', ');
}
