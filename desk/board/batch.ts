import { type Done } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { type Conversation } from '../api/types';

/** How many are asked for at the same time: a browser keeps six connections, and the polls need theirs. */
const AT_ONCE = 4;

export interface Refused {
  readonly conversation: Conversation;
  readonly problem: Problem;
}

/** What has become of several commands so far. */
export interface Progress {
  readonly total: number;
  readonly done: number;
  /** Of those that are done: decided, and still being carried out */
  readonly onItsWay: number;
  readonly refused: readonly Refused[];
}

export function isOver({ total, done, refused }: Progress): boolean {
  return done + refused.length === total;
}

/** The same with each of several conversations. One that is refused does not keep the others. */
export async function eachOf(
  conversations: readonly Conversation[],
  act: (conversation: Conversation) => Promise<Done>,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  let progress: Progress = { total: conversations.length, done: 0, onItsWay: 0, refused: [] };
  onProgress(progress);
  const waiting = conversations.values();
  const workOff = async (): Promise<void> => {
    for (const conversation of waiting) {
      const change = await outcomeOf(conversation, act);
      progress = change(progress);
      onProgress(progress);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
  return progress;
}

async function outcomeOf(
  conversation: Conversation,
  act: (conversation: Conversation) => Promise<Done>,
): Promise<(before: Progress) => Progress> {
  try {
    const { onItsWay } = await act(conversation);
    return (before) => ({
      ...before,
      done: before.done + 1,
      onItsWay: before.onItsWay + (onItsWay ? 1 : 0),
    });
  } catch (error) {
    const problem = asProblem(error);
    return (before) => ({ ...before, refused: [...before.refused, { conversation, problem }] });
  }
}
