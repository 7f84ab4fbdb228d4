import type { Move } from './decision';
import { type AcceptInput, acceptTask } from './moves/accept';
import { changePause, type ChangePauseInput, reachMark } from './moves/change-pause';
import { completeWrapUp } from './moves/complete';
import { endConversation, type EndInput, foundClosed, foundClosedAgain } from './moves/end';
import { handOver, type HandoverInput } from './moves/hand-over';
import { flexLetsGo, lookForAgent } from './moves/look';
import { type ReservedTask, taskReserved } from './moves/invite-task';
import { type CustomerWritesInput, reactivate, replyToPause } from './moves/customer-writes';
import { expireLeave, type LeaveInput, startLeave } from './moves/leave';
import { type PauseInput, startPause } from './moves/pause';
import { reassign, type ReassignInput } from './moves/reassign';
import { inviteAsGiven, type ServiceInviteInput } from './moves/service-invite';
import { passDeadline, resumePause, type ResumeInput } from './moves/resume';
import {
  formerTaskOver,
  taskOverInWrapUp,
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
  reassign: ReassignInput;
  handover: HandoverInput;
  deadline: undefined;
  /** A moment before the deadline that is told. */
  mark: undefined;
  leave: LeaveInput;
  expiry: undefined;
  'customer-writes': CustomerWritesInput;
  'change-pause': ChangePauseInput;
  'service-invite': ServiceInviteInput;
  end: EndInput;
  'task-reserved': { reserved: ReservedTask; settings: Settings };
  'task-wrapping': { taskSid: string };
  /** The moment by which an agent should have joined by an accept of ours. */
  joining: undefined;
  'task-over': TaskOverInput;
  /** Flex's own Leave or Pause does not hold it any more. */
  'flex-lets-go': undefined;
  'found-closed': undefined;
}

export type Happening = keyof Happenings;

type Row<Input> = Partial<Record<Place, Move<Input>>>;

/** Every move there is: from which place, by what. A missing entry is a refusal. */
export const MOVES: { readonly [H in Happening]: Row<Happenings[H]> } = {
  accept: {
    active: acceptTask,
    'active, to pause': acceptTask,
    pause: acceptTask,
    inactive: acceptTask,
    'inactive, wrapping up': acceptTask,
  },
  pause: { active: startPause },
  leave: { active: startLeave },
  complete: {
    'active, to pause': completeWrapUp,
    'inactive, wrapping up': completeWrapUp,
    'closed, wrapping up': completeWrapUp,
  },
  resume: { 'active, to pause': resumePause, pause: resumePause },
  reassign: {
    'active, to pause': reassign,
    pause: reassign,
    inactive: reassign,
    'inactive, wrapping up': reassign,
  },
  handover: { 'active, to pause': handOver, pause: handOver },
  deadline: { 'active, to pause': passDeadline, pause: passDeadline },
  mark: { 'active, to pause': reachMark, pause: reachMark },
  'change-pause': { 'active, to pause': changePause, pause: changePause },
  'service-invite': { active: inviteAsGiven },
  expiry: { inactive: expireLeave, 'inactive, wrapping up': expireLeave },
  'customer-writes': {
    'active, to pause': replyToPause,
    pause: replyToPause,
    inactive: reactivate,
    'inactive, wrapping up': reactivate,
  },
  end: {
    active: endConversation,
    'active, to pause': endConversation,
    pause: endConversation,
    inactive: endConversation,
    'inactive, wrapping up': endConversation,
  },
  'task-reserved': { active: taskReserved },
  'task-wrapping': {
    active: taskWrapping,
    'active, to pause': taskWrapping,
    'inactive, wrapping up': taskWrapping,
    'closed, wrapping up': taskWrapping,
  },
  joining: { active: lookForAgent },
  'task-over': {
    active: taskOverWhileActive,
    'active, to pause': taskOverInWrapUp,
    pause: formerTaskOver,
    inactive: formerTaskOver,
    'inactive, wrapping up': taskOverInWrapUp,
    closed: formerTaskOver,
    'closed, wrapping up': taskOverWhenClosed,
  },
  'flex-lets-go': { active: flexLetsGo },
  'found-closed': {
    active: foundClosed,
    'active, to pause': foundClosed,
    pause: foundClosed,
    inactive: foundClosed,
    'inactive, wrapping up': foundClosed,
    closed: foundClosedAgain,
    'closed, wrapping up': foundClosedAgain,
  },
};
