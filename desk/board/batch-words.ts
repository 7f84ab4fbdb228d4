import { type Problem } from '../api/problem';
import { refusalSentence } from '../conversations/refusals';
import { isOver, type Progress } from './batch';

/** "3 of 8 …" while it goes on, then "7 done, 1 of them on its way, 1 refused" */
export function progressWords(progress: Progress): string {
  const { total, done, onItsWay, refused } = progress;
  if (!isOver(progress)) return `${done + refused.length} of ${total} …`;
  return [
    `${done} done`,
    ...(onItsWay > 0 ? [onItsWay === done ? 'on the way' : `${onItsWay} of them on the way`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ].join(', ');
}

/** What a refusal means to somebody who acts for others. */
export function supervisorsRefusal(problem: Problem): string {
  if (problem.code === 'at-capacity')
    return 'The agent is not available or has as many tasks as allowed. Choose another agent, or the queue.';
  return refusalSentence(problem);
}
