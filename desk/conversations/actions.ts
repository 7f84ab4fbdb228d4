import { type Conversation, type Settings } from '../api/types';
import { isSupervisor, type User } from './workplace';

export type Action = 'pause' | 'leave' | 'complete' | 'resume' | 'change' | 'end';

/** A task as Flex or the stand-in shows it, for a conversation of which there may be no record. */
export interface TaskInHand {
  readonly taskSid: string;
  readonly status: 'pending' | 'reserved' | 'assigned' | 'wrapping';
  readonly workerSid: string | null;
}

export interface Situation {
  /** null: there is no record of it (yet) */
  readonly conversation: Conversation | null;
  readonly task?: TaskInHand | undefined;
  readonly user: User;
  /** undefined: not known yet */
  readonly settings: Settings | undefined;
}

/** What the person can do now, in the order of the buttons. The API decides; this only spares vain clicks. */
export function actionsFor({ conversation, task, user, settings }: Situation): Action[] {
  const inHand = conversation?.task ?? task ?? null;
  const holds = user.workerSid !== null && inHand?.workerSid === user.workerSid;
  if (!conversation) return holds && inHand?.status === 'assigned' ? putAside(settings) : [];
  const { channelState, pause, leave, wrapUp } = conversation;
  const mine = user.workerSid !== null && (pause ?? leave)?.workerSid === user.workerSid;
  if (channelState === 'closed') return wrapUp && holds ? ['complete'] : [];
  if (wrapUp || pause || channelState === 'inactive') return broughtBack();
  return holds && inHand?.status === 'assigned' ? putAside(settings) : isSupervisor(user) ? ['end'] : [];

  function broughtBack(): Action[] {
    const may = mine || isSupervisor(user);
    return [
      ...(wrapUp && holds ? (['complete'] as const) : []),
      ...(pause && may ? (['resume', 'change'] as const) : []),
      ...(may || holds ? (['end'] as const) : []),
    ];
  }
}

/** Leave and Pause are off by default; then End is all that there is. */
function putAside(settings: Settings | undefined): Action[] {
  return [
    ...(settings?.pause.enabled ? (['pause'] as const) : []),
    ...(settings?.leave.enabled ? (['leave'] as const) : []),
    'end',
  ];
}
