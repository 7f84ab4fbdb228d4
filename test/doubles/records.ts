import type { Cause } from '../../lambda/domain/cause';
import { decide, sealed } from '../../lambda/domain/decide';
import { type AcceptedTask, unseenConversation } from '../../lambda/domain/moves/accept';
import type { Happening, Happenings } from '../../lambda/domain/moves';
import { channelClosed } from '../../lambda/domain/moves/end';
import { inviteSent } from '../../lambda/domain/moves/invite-task';
import { afterEffect, type Outcome } from '../../lambda/domain/outcome';
import type { Context } from '../../lambda/domain/pending';
import type { Conversation, Place } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import { ALICE, BOB, NOW, QUEUE, sid, WORKFLOW } from './constants';
import { CUSTOM_ROUTING, PAUSE_ON } from './deps';

export const CONVERSATION = sid('CH', 1);
export const FIRST_TASK = sid('WT', 1);
export const DEADLINE = plusSeconds(NOW, 4 * 3600);

let ids = 0;

/** A moment and a run; each id is new. */
export function contextAt(now = NOW, run = 'run-1', by: Cause = 'system'): Context {
  return { now, by, run, newId: () => `id-${++ids}` };
}

export function acceptedTask(change: Partial<AcceptedTask> = {}): AcceptedTask {
  return {
    taskSid: FIRST_TASK,
    reservationSid: sid('WR', 1),
    workerSid: ALICE,
    workerName: 'Alice',
    workerIdentity: 'alice',
    status: 'assigned',
    attributes: {
      conversationSid: CONVERSATION,
      flexInteractionSid: sid('KD', 1),
      flexInteractionChannelSid: sid('UO', 1),
      flexChannelInviteSid: sid('KG', 1),
      channelType: 'web',
      customerName: 'Carol',
      topic: 'invoice',
    },
    workflowSid: WORKFLOW,
    queueSid: QUEUE,
    taskChannelUniqueName: 'chat',
    priority: 3,
    inviteId: null,
    at: null,
    ...change,
  };
}

/** Good input of each happening, about the first task and Alice. */
export function inputs(): Happenings {
  return {
    accept: { task: acceptedTask({ taskSid: sid('WT', 2) }), settings: PAUSE_ON },
    pause: {
      workerSid: ALICE,
      identity: 'alice',
      deadline: DEADLINE,
      limitSeconds: 14 * 86_400,
      reason: null,
      note: null,
      settings: PAUSE_ON,
    },
    leave: {
      workerSid: ALICE,
      identity: 'alice',
      expiresAt: plusSeconds(NOW, 90 * 86_400),
      reason: null,
      settings: PAUSE_ON,
    },
    expiry: undefined,
    'customer-writes': { index: 7, atCapacity: false, settings: PAUSE_ON },
    complete: undefined,
    resume: { atCapacity: false, whenAtCapacity: 'workflow' },
    reassign: { workerSid: null, atCapacity: false },
    handover: { to: { workerSid: BOB, name: 'Bob' }, asking: 'asking-1' },
    deadline: undefined,
    mark: undefined,
    'change-pause': { deadline: plusSeconds(DEADLINE, 60) },
    'service-invite': { given: {}, atCapacity: false, settings: PAUSE_ON },
    end: { keepsWrapUp: false },
    'task-reserved': {
      reserved: { taskSid: sid('WT', 2), reservationSid: sid('WR', 2), workerSid: ALICE, inviteId: null },
      settings: PAUSE_ON,
    },
    'task-wrapping': { taskSid: FIRST_TASK },
    joining: undefined,
    'task-over': { taskSid: FIRST_TASK, inviteId: null, wasTaken: true, settings: PAUSE_ON },
    'flex-lets-go': undefined,
    'found-closed': undefined,
  };
}

/** Makes a move that must be possible. */
export function after<H extends Happening>(
  record: Conversation,
  happening: H,
  input: Happenings[H],
  context = contextAt(),
): Conversation {
  const decision = decide(record, happening, input, context);
  if (decision.kind !== 'apply') throw new Error(`${happening}: ${decision.kind}`);
  return decision.next;
}

/** As after an effect of this kind was carried out by the run of the context. */
export function outcomeOf(
  record: Conversation,
  kind: string,
  outcome: Outcome,
  context = contextAt(),
): Conversation {
  const id = Object.keys(record.pending).find((each) => record.pending[each]?.kind === kind);
  if (id === undefined) throw new Error(`no ${kind} is owed`);
  return afterEffect(record, id, outcome, PAUSE_ON, context);
}

export function kinds({ pending }: Conversation): string[] {
  return Object.values(pending)
    .map(({ kind }) => kind)
    .sort();
}

export function active(): Conversation {
  const accepted = { task: acceptedTask(), settings: PAUSE_ON };
  const next = after(unseenConversation(CONVERSATION, contextAt()), 'accept', accepted);
  return sealed(undefined, next, PAUSE_ON, contextAt());
}

/** Just paused: timer and wrap-up are owed. */
export function pausing(): Conversation {
  return after(active(), 'pause', inputs().pause);
}

export function wrappingUp(): Conversation {
  const started = outcomeOf(pausing(), 'start-timer', { result: 'done' });
  return outcomeOf(started, 'wrap-up-task', { result: 'wrapping-up', participantSid: sid('UT', 1) });
}

export function paused(): Conversation {
  const over = after(wrappingUp(), 'task-over', inputs()['task-over']);
  return outcomeOf(over, 'close-participant', { result: 'done' });
}

/** Just left: the wrap-up is owed. */
export function leaving(settings: Settings = PAUSE_ON): Conversation {
  return after(active(), 'leave', { ...inputs().leave, settings });
}

export function leftWrappingUp(settings?: Settings): Conversation {
  return outcomeOf(leaving(settings), 'wrap-up-task', {
    result: 'wrapping-up',
    participantSid: sid('UT', 1),
  });
}

export function left(settings?: Settings): Conversation {
  const over = after(leftWrappingUp(settings), 'task-over', inputs()['task-over']);
  return outcomeOf(over, 'close-participant', { result: 'done' });
}

/** Left, and the customer has replied: custom logic has an hour. */
export function awaiting(settings: Settings = CUSTOM_ROUTING): Conversation {
  return after(left(settings), 'customer-writes', inputs()['customer-writes']);
}

/** Resumed: the invite is owed, and nothing else. */
export function invited(change: { atCapacity?: boolean } = {}): Conversation {
  const resumed = after(paused(), 'resume', { ...inputs().resume, ...change });
  return outcomeOf(resumed, 'stop-timer', { result: 'done' });
}

/** The invite's task waits for its agent. */
export function waitingForAgent(taskSid = sid('WT', 2), change: { atCapacity?: boolean } = {}): Conversation {
  return inviteSent(invited(change), taskSid, PAUSE_ON, contextAt());
}

export function closed(): Conversation {
  return channelClosed(after(active(), 'end', { keepsWrapUp: false }), { endTasks: true }, contextAt());
}

export function closedWrappingUp(): Conversation {
  return channelClosed(after(active(), 'end', { keepsWrapUp: true }), { endTasks: false }, contextAt());
}

/** A record in each place. */
export const AT: Readonly<Record<Place, () => Conversation>> = {
  active,
  'active, to pause': wrappingUp,
  pause: paused,
  closed,
  'closed, wrapping up': closedWrappingUp,
  inactive: () => left(),
  'inactive, wrapping up': () => leftWrappingUp(),
};

export const PLACES = Object.keys(AT) as Place[];
