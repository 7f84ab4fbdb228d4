import type { Conversation } from '../../lambda/domain/record';

export const sid = (prefix: string, digit = 'a') => prefix + digit.repeat(32);
export const NOW = '2026-03-02T09:00:00Z';

/** An active conversation that an agent has. */
export function record(changes: Partial<Conversation> = {}): Conversation {
  return {
    conversationSid: sid('CH'),
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    channelType: 'web',
    channelState: 'active',
    wrapUp: null,
    heldBy: null,
    version: 1,
    updatedAt: NOW,
    writtenBy: 'run-1',
    closedAt: null,
    task: {
      taskSid: sid('WT'),
      reservationSid: sid('WR'),
      workerSid: sid('WK'),
      participantSid: sid('UT'),
      status: 'assigned',
      purpose: 'new',
      inviteId: null,
    },
    formerTasks: [],
    agentIdentities: ['alice'],
    workerName: 'Alice',
    customerName: 'Carol',
    parkedBy: null,
    pause: null,
    invite: null,
    routing: {
      attributes: { conversationSid: sid('CH'), customerName: 'Carol' },
      workflowSid: sid('WW'),
      queueSid: sid('WQ'),
      taskChannelUniqueName: 'web',
      priority: 0,
    },
    lastCommand: null,
    lastMessageIndex: 12,
    pending: {},
    wakeAt: null,
    compareAt: null,
    ...changes,
  };
}

/** A pause of two weeks that begins now. */
export const PAUSE: NonNullable<Conversation['pause']> = {
  pauseId: 'p-1',
  workerSid: sid('WK'),
  pausedAt: NOW,
  deadline: '2026-03-16T09:00:00Z',
  limitSeconds: 14 * 24 * 3600,
  timers: 1,
  reason: 'research',
  note: 'Waits for the parts list',
};

/** The record while it is paused. */
export function paused(changes: Partial<Conversation> = {}): Conversation {
  return record({ channelState: 'pause', task: null, pause: PAUSE, parkedBy: sid('WK'), ...changes });
}
