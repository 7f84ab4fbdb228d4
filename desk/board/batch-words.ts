import { type Problem } from '../api/problem';
import { refusalSentence } from '../conversations/refusals';
import { type Progress } from './batch';

/** "7 done, 1 of them on the way, 1 refused" */
export function progressWords({ done, onItsWay, refused }: Progress): string {
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
  // Beside the others it is said in the API's words alone.
  const { detail } = problem.facts;
  return problem.code === 'invalid-request' && detail !== undefined ? `${detail}.` : refusalSentence(problem);
}
