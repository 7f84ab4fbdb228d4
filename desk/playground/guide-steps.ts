import { type Settings } from '../api/types';
import { type BusEvent, type StandInTask } from '../stand-in/client';

/** What the product shows, as far as it is known. */
export interface Shown {
  readonly settings: Settings | undefined;
  readonly tasks: readonly StandInTask[];
  readonly events: readonly BusEvent[];
}

export type Step = 'turn-on' | 'accept' | 'pause' | 'come-back' | 'leave-and-reply';

export const STEPS: readonly Step[] = ['turn-on', 'accept', 'pause', 'come-back', 'leave-and-reply'];

/** What of the first steps is done, from what is there: nobody has to tick anything off. */
export function stepsDone({ settings, tasks, events }: Shown): ReadonlySet<Step> {
  const happened = (...types: string[]): boolean =>
    events.some((event) => types.includes(event['detail-type']));
  const isAccepted = tasks.some(({ status }) => status === 'assigned' || status === 'wrapping');
  const isWrappingUp = (sid?: string): boolean =>
    tasks.some(({ conversationSid, status }) => conversationSid === sid && status === 'wrapping');
  const paused = events.filter((event) => event['detail-type'] === 'ConversationPaused');
  const isBack = happened('ConversationReassigned', 'ConversationResumed');
  const done: Record<Step, boolean> = {
    'turn-on': settings?.pause.enabled === true && settings.leave.enabled,
    accept: isAccepted || happened('ConversationPaused', 'ConversationLeft', 'ConversationEnded'),
    pause: isBack || paused.some(({ detail }) => !isWrappingUp(detail.conversationSid)),
    'come-back': isBack,
    'leave-and-reply': happened('ConversationReactivated'),
  };
  return new Set(STEPS.filter((step) => done[step]));
}
