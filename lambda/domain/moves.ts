import type { Move } from './decision';
import { type AcceptInput, acceptTask } from './moves/accept';
import { changePause, type ChangePauseInput } from './moves/change-pause';
import { completeWrapUp } from './moves/complete';
import { endConversation, type EndInput, foundClosed, foundClosedAgain } from './moves/end';
import { type ReservedTask, taskReserved } from './moves/invite-task';
import { type PauseInput, startPause } from './moves/pause';
import { passDeadline, resumePause, type ResumeInput } from './moves/resume';
import {
  formerTaskOver,
  taskOverInWrapUpToPause,
  taskOverWhenClosed,
  taskOverWhileActive,
  type TaskOverInput,
} from './moves/task-over';
import { taskWrapping } from './moves/task-wrapping';
import type { Place } from './record';
import type { Settings } from './settings';

/** What can happen to a conversation, and what each needs to know. */
export interface Happenings {
  accept: AcceptInput;
  pause: PauseInput;
  complete: undefined;
  resume: ResumeInput;
  deadline: undefined;
  'change-pause': ChangePauseInput;
  end: EndInput;
  'task-reserved': { reserved: ReservedTask; settings: Settings };
  'task-wrapping': { taskSid: string };
  'task-over': TaskOverInput;
  'found-closed': undefined;
}

export type Happening = keyof Happenings;

type Row<Input> = Partial<Record<Place, Move<Input>>>;

/** Every move there is: from which place, by what. A missing entry is a refusal. */
export const MOVES: { readonly [H in Happening]: Row<Happenings[H]> } = {
  accept: { active: acceptTask, 'active, to pause': acceptTask, pause: acceptTask },
  pause: { active: startPause },
  complete: { 'active, to pause': completeWrapUp, 'closed, wrapping up': completeWrapUp },
  resume: { 'active, to pause': resumePause, pause: resumePause },
  deadline: { 'active, to pause': passDeadline, pause: passDeadline },
  'change-pause': { 'active, to pause': changePause, pause: changePause },
  end: { active: endConversation, 'active, to pause': endConversation, pause: endConversation },
  'task-reserved': { active: taskReserved },
  'task-wrapping': {
    active: taskWrapping,
    'active, to pause': taskWrapping,
    'closed, wrapping up': taskWrapping,
  },
  'task-over': {
    active: taskOverWhileActive,
    'active, to pause': taskOverInWrapUpToPause,
    pause: formerTaskOver,
    closed: formerTaskOver,
    'closed, wrapping up': taskOverWhenClosed,
  },
  'found-closed': {
    active: foundClosed,
    'active, to pause': foundClosed,
    pause: foundClosed,
    closed: foundClosedAgain,
    'closed, wrapping up': foundClosedAgain,
  },
};
