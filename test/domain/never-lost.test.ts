import fc from 'fast-check';
import { decide, OVERDUE_SECONDS, sealed } from '../../lambda/domain/decide';
import type { Decision } from '../../lambda/domain/decision';
import { unseenConversation } from '../../lambda/domain/moves/accept';
import { type Happening, type Happenings, MOVES } from '../../lambda/domain/moves';
import { afterEffect, type Outcome } from '../../lambda/domain/outcome';
import { type Context, type Owed, takeDue } from '../../lambda/domain/pending';
import { type Conversation, FORMER_TASKS_KEPT, isFormerTask } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import { type Instant, plusSeconds } from '../../lambda/domain/time';
import type { EffectKind } from '../../lambda/domain/words';
import { ALICE, BOB, NOW, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { acceptedTask, CONVERSATION, inputs } from '../doubles/records';
import { futuresOf, hasItsMoment, hookHasItsReason } from '../simulator/program/record-rules';

/** One thing that happens, in any order and to any task. */
type Step = { seconds: number; task: number; pick: number; flag: boolean } & (
  { what: 'happening'; happening: Happening } | { what: 'outcome' } | { what: 'sweep' }
);

/** What ends a conversation is rare, or there would be little else. */
const ENDS: readonly Happening[] = ['end', 'expiry', 'found-closed'];
const happening = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...happeningsBut(ENDS)) },
  { weight: 1, arbitrary: fc.constantFrom(...ENDS) },
);
const common = {
  seconds: fc.constantFrom(0, 1, 30, 60, 80, 3600, 86_400),
  task: fc.integer({ min: 1, max: 25 }),
  pick: fc.nat(20),
  flag: fc.boolean(),
};
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...common,
    what: fc.constant('happening' as const),
    happening,
  }),
  fc.record({ ...common, what: fc.constant('outcome' as const) }),
  fc.record({ ...common, what: fc.constant('sweep' as const) }),
);

/** Effects that may find the conversation closed. */
const FIND_IT_CLOSED: readonly EffectKind[] = [
  'wrap-up-task',
  'invite',
  'look-for-agent',
  'look-for-task',
  'await-custom-routing',
  'put-studio-hook',
];

function happeningsBut(these: readonly Happening[]): Happening[] {
  return (Object.keys(MOVES) as Happening[]).filter((each) => !these.includes(each));
}

function inputOf(happening: Happening, record: Conversation, { task, flag }: Step, now: Instant) {
  const current = record.task?.taskSid ?? record.invite?.taskSid;
  const taskSid = flag && current ? current : sid('WT', task);
  const workerSid = record.task?.workerSid ?? (flag ? ALICE : BOB);
  const inviteId = flag && !isFormerTask(record, taskSid) ? (record.invite?.inviteId ?? null) : null;
  const all: Happenings = {
    ...inputs(),
    accept: { task: acceptedTask({ taskSid, workerSid }), settings: PAUSE_ON },
    pause: {
      ...inputs().pause,
      workerSid,
      deadline: plusSeconds(now, 3600 + task),
      settings: { ...PAUSE_ON, wrapUp: flag },
    },
    leave: { ...inputs().leave, workerSid, settings: leaveSettings(task) },
    'service-invite': { given: flag ? { workerSid } : {}, atCapacity: false, settings: PAUSE_ON },
    resume: { atCapacity: flag, whenAtCapacity: 'workflow' },
    'change-pause': { deadline: plusSeconds(now, 7200 + task) },
    end: { keepsWrapUp: flag },
    'task-reserved': {
      reserved: {
        taskSid,
        reservationSid: sid('WR', task),
        workerSid,
        inviteId: record.invite?.inviteId ?? null,
      },
      settings: PAUSE_ON,
    },
    'task-wrapping': { taskSid },
    'task-over': { taskSid, inviteId, wasTaken: flag, settings: PAUSE_ON },
  };
  return all[happening];
}

/** Any way of taking the reply. */
function leaveSettings(pick: number): Settings {
  const onReply = pick % 3 === 0 ? 'new-task' : 'custom-routing';
  const studioFlowSid = pick % 3 === 1 ? sid('FW', 1) : null;
  return { ...PAUSE_ON, wrapUp: pick % 2 === 0, leave: { ...PAUSE_ON.leave, onReply, studioFlowSid } };
}

/** What can come of an effect of each kind. */
function outcomesOf(owed: Owed, newTaskSid: string, now: Instant): readonly Outcome[] {
  const failed: Outcome = { result: 'failed' };
  const again: Outcome = { result: 'again', notBefore: plusSeconds(now, 60) };
  const taskSid = newTaskSid;
  switch (owed.kind) {
    case 'start-timer':
      return [{ result: 'done' }, failed];
    case 'stop-timer':
      return [{ result: 'done' }, failed, again];
    case 'wrap-up-task':
      return [
        { result: 'wrapping-up', participantSid: sid('UT', 1) },
        { result: 'task-over', taskSid: owed.taskSid, wasTaken: true },
        { result: 'done' },
        failed,
      ];
    case 'close-participant':
      return [
        { result: 'task-over', taskSid: owed.taskSid, wasTaken: true },
        { ...again, change: { participantClosed: true } },
        failed,
      ];
    case 'invite':
      return [
        { result: 'invited', taskSid },
        { result: 'invite-refused' },
        { result: 'task-over', taskSid, inviteId: owed.inviteId, wasTaken: false },
        failed,
      ];
    case 'accept':
      return [
        {
          result: 'accepted',
          task: acceptedTask({ taskSid: owed.taskSid, inviteId: owed.inviteId }),
          byUs: owed.by === 'server',
        },
        { result: 'task-over', taskSid: owed.taskSid, wasTaken: true },
        failed,
        again,
      ];
    case 'close-channel':
      return [{ result: 'channel-closed', endTasks: owed.endTasks }, failed];
    case 'look-for-agent':
      return [{ result: 'done' }, { result: 'agent-missing', taskSid: owed.taskSid }, failed];
    case 'look-for-task':
      return [
        { result: 'held-by-flex' },
        { result: 'no-task' },
        { result: 'task-found', task: { ...acceptedTask({ taskSid }), acceptedAt: null } },
        failed,
      ];
    case 'look-for-reply':
      return [{ result: 'no-reply' }, { result: 'customer-wrote', index: 1_000 }, failed];
    case 'write-history':
    case 'publish-event':
      return [{ result: 'done' }, failed];
    case 'await-custom-routing':
      return [
        { result: 'no-task' },
        { result: 'task-found', task: { ...acceptedTask({ taskSid }), acceptedAt: null } },
        failed,
      ];
    case 'put-studio-hook':
      return [
        { result: 'studio-hook-absent' },
        { result: 'studio-hook-on', webhookSid: sid('WH', 1) },
        { result: 'studio-hook-on', webhookSid: null },
        { result: 'studio-hook-of-others' },
        { result: 'studio-hook-impossible' },
        failed,
      ];
    case 'take-studio-hook-off':
      return [{ result: 'done' }, again, failed];
  }
}

function next(record: Conversation, context: Context, given: Step, newTaskSid: string): Conversation {
  const moved = (decision: Decision) => (decision.kind === 'apply' ? decision.next : record);
  if (given.what === 'happening') {
    const { happening } = given;
    return moved(decide(record, happening, inputOf(happening, record, given, context.now) as never, context));
  }
  if (given.what === 'sweep') {
    if (record.wakeAt === null || record.wakeAt > context.now) return record;
    const taken = { ...record, pending: takeDue(record.pending, context) };
    const isOverdue =
      record.pause !== null && plusSeconds(record.pause.deadline, OVERDUE_SECONDS) <= context.now;
    return isOverdue ? moved(decide(taken, 'deadline', undefined, context)) : taken;
  }
  const taken = Object.entries(record.pending).filter(([, owed]) => owed.taken !== null);
  const [id, owed] = taken[given.pick % Math.max(1, taken.length)] ?? [];
  if (id === undefined || !owed?.taken) return record;
  const outcomes = outcomesOf(owed, newTaskSid, context.now);
  const mayEnd = given.task === 25 && FIND_IT_CLOSED.includes(owed.kind);
  const outcome: Outcome = mayEnd
    ? { result: 'conversation-closed' }
    : outcomes[given.task % outcomes.length]!;
  return afterEffect(record, id, outcome, PAUSE_ON, { ...context, run: owed.taken.by });
}

/** Plays the steps from a first accept on, and shows each record as it is written. */
function play(steps: readonly Step[], seen: (record: Conversation, before: Conversation) => void): void {
  let now = NOW;
  let ids = 0;
  const context = (run: string): Context => ({ now, by: 'system', run, newId: () => `id-${++ids}` });
  const unseen = unseenConversation(CONVERSATION, context('run-0'));
  const first = decide(unseen, 'accept', { task: acceptedTask(), settings: PAUSE_ON }, context('run-0'));
  if (first.kind !== 'apply') throw new Error('no first accept');
  let record = sealed(undefined, first.next, PAUSE_ON, context('run-0'));
  steps.forEach((given, number) => {
    now = plusSeconds(now, given.seconds);
    const made = next(record, context(`run-${number + 1}`), given, sid('WT', 1000 + number));
    if (made === record) return;
    const before = record;
    record = sealed(before, made, PAUSE_ON, context(`run-${number + 1}`));
    expect(made.version).toBe(before.version);
    seen(record, before);
  });
}

describe('whatever happens, in whatever order', () => {
  const sequences = fc.array(step, { minLength: 20, maxLength: 80 });
  const always = (seen: (record: Conversation, before: Conversation) => void) =>
    fc.assert(
      fc.property(sequences, (steps) => play(steps, seen)),
      { numRuns: 400 },
    );

  it('a conversation that is not closed has exactly one future', () => {
    always((record) => {
      if (record.channelState === 'closed') return;
      expect({ futures: futuresOf(record).length, record }).toMatchObject({ futures: 1 });
    });
  });

  it('what is owed has a moment at which it goes on, and wakes the record by then', () => {
    always((record) => expect(hasItsMoment(record)).toBe(true));
  });

  it('Studio has what the customer writes only while it is to have it', () => {
    always((record) =>
      expect({ isRight: hookHasItsReason(record), record }).toMatchObject({ isRight: true }),
    );
  });

  it('only writing makes a version, and each write makes one', () => {
    always((record, before) => expect(record.version).toBe(before.version + 1));
  });

  it(`at most ${FORMER_TASKS_KEPT} former tasks are kept, each once, and never the current one`, () => {
    always(({ formerTasks, task }) => {
      const sids = formerTasks.map(({ taskSid }) => taskSid);
      expect(sids.length).toBeLessThanOrEqual(FORMER_TASKS_KEPT);
      expect(new Set(sids).size).toBe(sids.length);
      expect(sids).not.toContain(task?.taskSid);
    });
  });

  it('a timer is owed or was started for each pause, and one at most is to be started', () => {
    always(({ pause, pending }) => {
      const starts = Object.values(pending).filter(({ kind }) => kind === 'start-timer');
      expect(starts.length).toBeLessThanOrEqual(pause === null ? 0 : 1);
    });
  });

  it('at most one invite is owed, and none while an agent has the conversation or it is closed', () => {
    always(({ pending, task, channelState }) => {
      const invites = Object.values(pending).filter(({ kind }) => kind === 'invite');
      const most = task !== null || channelState === 'closed' ? 0 : 1;
      expect(invites.length).toBeLessThanOrEqual(most);
    });
  });
});
