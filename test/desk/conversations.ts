import { type Conversation, type Leave, type Pause, type Settings, type Task } from '../../desk/api/types';
import { type User } from '../../desk/conversations/workplace';

export const ALICE: User = { workerSid: 'WKalice', name: 'Alice', roles: ['agent'] };
export const BOB: User = { workerSid: 'WKbob', name: 'Bob', roles: ['agent'] };
export const DEE: User = { workerSid: 'WKdee', name: 'Dee', roles: ['supervisor'] };
export const ADA: User = { workerSid: null, name: 'Ada', roles: ['admin'] };

export const ALICES_TASK: Task = {
  taskSid: 'WT1',
  reservationSid: 'WR1',
  workerSid: 'WKalice',
  status: 'assigned',
  purpose: 'new',
};
export const ALICES_PAUSE: Pause = {
  pauseId: 'P1',
  workerSid: 'WKalice',
  pausedAt: '2026-03-02T09:00:00Z',
  deadline: '2026-03-16T09:00:00Z',
  mark: 'later',
  reason: null,
  note: null,
};
export const ALICES_LEAVE: Leave = {
  leaveId: 'L1',
  workerSid: 'WKalice',
  leftAt: '2026-03-02T09:00:00Z',
  expiresAt: '2026-05-31T09:00:00Z',
  reason: null,
};

/** A conversation that Alice has, but for what is said to be different. */
export function conversation(different: Partial<Conversation> = {}): Conversation {
  return {
    conversationSid: 'CH1',
    interactionSid: 'KD1',
    channelSid: 'UO1',
    channelType: 'web',
    channelState: 'active',
    wrapUp: null,
    heldBy: null,
    version: 1,
    updatedAt: '2026-03-02T09:00:00Z',
    task: ALICES_TASK,
    queueSid: 'WQ1',
    workerName: 'Alice',
    customerName: 'Customer 1',
    pause: null,
    leave: null,
    customerRepliedAt: null,
    owed: [],
    ...different,
  };
}

export function settings(pause: Partial<Settings['pause']> = {}, leaveEnabled = true): Settings {
  return {
    version: 1,
    leave: {
      enabled: leaveEnabled,
      onReply: 'new-task',
      studioFlowSid: null,
      customRoutingTimeout: 'PT1H',
      expiresAfter: 'P90D',
    },
    pause: {
      enabled: true,
      timeLimit: 'P14D',
      whenAtCapacity: 'workflow',
      onCustomerReply: 'notify',
      acceptBy: 'server',
      maxPerAgent: null,
      reasons: [],
      requireReason: false,
      ...pause,
    },
    botIdentities: [],
    wrapUp: true,
    hipaa: false,
    hipaaAttributes: [],
    compareCallsPerMinute: 60,
  };
}
