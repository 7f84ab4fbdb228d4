import type { Conversation } from '../../lambda/domain/record';
import { ALICE, NOW } from '../doubles/constants';
import * as made from '../doubles/records';

/** An active conversation that an agent has. */
export function record(changes: Partial<Conversation> = {}): Conversation {
  return { ...made.active(), ...changes };
}

/** A pause of two weeks that begins now, with all that an agent may say. */
export const PAUSE: NonNullable<Conversation['pause']> = {
  pauseId: 'p-1',
  workerSid: ALICE,
  pausedAt: NOW,
  deadline: '2026-03-16T09:00:00Z',
  limitSeconds: 14 * 24 * 3600,
  timers: 1,
  toldMark: null,
  handedOverBy: [],
  reason: 'research',
  note: 'Waits for the parts list',
};

/** The record while it is paused. */
export function paused(changes: Partial<Conversation> = {}): Conversation {
  return { ...made.paused(), pause: PAUSE, ...changes };
}

/** The record while it is left, wrap-up over. */
export function left(changes: Partial<Conversation> = {}): Conversation {
  return { ...made.active(), task: null, channelState: 'inactive', leave: LEAVE, ...changes };
}

export const LEAVE: NonNullable<Conversation['leave']> = {
  leaveId: 'l-1',
  workerSid: ALICE,
  leftAt: NOW,
  expiresAt: '2026-05-31T09:00:00Z',
  reason: null,
  onReply: 'new-task',
  customRoutingSeconds: 3600,
};
