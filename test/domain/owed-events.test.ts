import { sealed } from '../../lambda/domain/decide';
import type { HistoryEntry } from '../../lambda/domain/history-entry';
import { detailOf, eventsToldBy } from '../../lambda/domain/owed-events';
import type { Owed } from '../../lambda/domain/pending';
import type { Conversation } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import { plusSeconds } from '../../lambda/domain/time';
import { viewOf } from '../../lambda/domain/view';
import { ALICE, NOW, QUEUE, sid, WORKFLOW } from '../doubles/constants';
import { CUSTOM_ROUTING, PAUSE_ON } from '../doubles/deps';
import {
  active,
  after,
  contextAt,
  DEADLINE,
  inputs,
  left,
  paused,
  waitingForAgent,
} from '../doubles/records';

const HIPAA: Settings = { ...PAUSE_ON, hipaa: true, hipaaAttributes: ['topic'] };

function write(before: Conversation, next: Conversation, settings = PAUSE_ON, now = NOW): Conversation {
  return sealed(before, next, settings, contextAt(now, 'run-7', 'system'));
}

function entriesIn({ pending }: Conversation): HistoryEntry[] {
  return Object.values(pending).flatMap((owed) => (owed.kind === 'write-history' ? [owed.entry] : []));
}

function entryOf(record: Conversation): HistoryEntry {
  const [entry, ...others] = entriesIn(record);
  if (entry === undefined || others.length > 0) throw new Error(`${others.length + 1} entries`);
  return entry;
}

function eventsIn({ pending }: Conversation): Extract<Owed, { kind: 'publish-event' }>[] {
  return Object.values(pending).flatMap((owed) => (owed.kind === 'publish-event' ? [owed] : []));
}

const afterReply = (onCustomerReply: Settings['pause']['onCustomerReply']) => {
  const settings = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, onCustomerReply } };
  const before = paused();
  const next = after(before, 'customer-writes', { index: 7, atCapacity: false, settings });
  return sealed(before, next, settings, contextAt(NOW, 'run-7', 'customer'));
};
const resumedAfterReply = () => afterReply('resume');
const reactivated = (settings: Settings = PAUSE_ON) => {
  const before = left();
  const input = { ...inputs()['customer-writes'], settings };
  return write(before, after(before, 'customer-writes', input), settings);
};
const taskOver = { ...inputs()['task-over'], taskSid: sid('WT', 2), wasTaken: false };
const lost = () => {
  const before = waitingForAgent();
  return write(before, after(before, 'task-over', taskOver));
};

describe('a write that tells something', () => {
  it('names the customer for a reply, whoever has found it', () => {
    expect(entryOf(reactivated())).toMatchObject({ by: 'customer' });
    expect(entryOf(lost())).toMatchObject({ by: 'system' });
  });

  it('owes one entry of the history, by its version, and each event by its id', () => {
    const written = resumedAfterReply();
    const entry = entryOf(written);
    expect(entry).toMatchObject({ version: written.version, at: NOW, by: 'customer' });
    expect(entry.events.map(({ type }) => type)).toEqual(['CustomerReplied', 'ConversationResumed']);
    expect(eventsIn(written).map(({ eventId, version }) => ({ eventId, version }))).toEqual(
      entry.events.map(({ eventId }) => ({ eventId, version: written.version })),
    );
    expect(Object.keys(written.pending)).toEqual(
      expect.arrayContaining([
        `write-history:${written.version}`,
        ...entry.events.map(({ eventId }) => `publish-event:${eventId}`),
      ]),
    );
  });

  it('is read from what it owes, also where it owes more than that', () => {
    const before = active();
    const written = write(before, after(before, 'pause', inputs().pause));
    expect(Object.keys(written.pending)).toHaveLength(4);
    expect(eventsToldBy(written)).toEqual(['ConversationPaused']);
  });

  it('takes all of it at once, for the run that decided', () => {
    const written = resumedAfterReply();
    for (const owed of [...eventsIn(written), written.pending[`write-history:${written.version}`]!])
      expect(owed).toMatchObject({ taken: { by: 'run-7', at: NOW }, attempts: 1, after: [] });
  });

  it('keeps the conversation as the API shows it then', () => {
    const written = resumedAfterReply();
    expect(entryOf(written).conversation).toEqual(viewOf(written, PAUSE_ON, NOW));
    expect(entryOf(written).conversation.owed).toEqual(
      expect.arrayContaining(['write-history', 'publish-event', 'stop-timer', 'invite']),
    );
  });

  it('shows the mark that it tells', () => {
    const now = plusSeconds(DEADLINE, -3600);
    const before = paused();
    const marked = after(before, 'mark', undefined, contextAt(now));
    expect(entryOf(write(before, marked, PAUSE_ON, now)).conversation.pause?.mark).toBe('within-1-hour');
  });

  it('and one that tells nothing owes nothing for it', () => {
    const before = active();
    const wrapping = after(before, 'task-wrapping', inputs()['task-wrapping']);
    expect(write(before, wrapping).pending).toEqual({});
  });
});

describe('the routing of the invite that follows', () => {
  const ROUTING = { workflowSid: WORKFLOW, queueSid: QUEUE, taskChannelUniqueName: 'chat' };

  it('goes with what custom logic may route: attributes as they were, without those of Flex and without a marker', () => {
    expect(entryOf(reactivated()).routing).toEqual({
      ...ROUTING,
      priority: 3,
      attributes: {
        conversationSid: sid('CH', 1),
        channelType: 'web',
        customerName: 'Carol',
        topic: 'invoice',
      },
    });
  });

  it('is that of the last task while custom logic has its time', () => {
    const before = left(CUSTOM_ROUTING);
    const entry = entryOf(write(before, after(before, 'customer-writes', inputs()['customer-writes'])));
    expect(entry.conversation.task).toBeNull();
    expect(entry.routing).toEqual(entryOf(reactivated()).routing);
  });

  it('has one priority more for each invite that was lost', () => {
    expect(entryOf(lost()).routing).toMatchObject({ ...ROUTING, priority: 4 });
  });

  it('names no workflow and no queue where the default workflow takes it', () => {
    const waiting = waitingForAgent();
    const before: Conversation = { ...waiting, invite: { ...waiting.invite!, toDefaultWorkflow: true } };
    expect(entryOf(write(before, after(before, 'task-over', taskOver))).routing).toMatchObject({
      workflowSid: null,
      queueSid: null,
    });
  });

  it('has no attributes under hipaa', () => {
    expect(entryOf(reactivated(HIPAA)).routing).toEqual({ ...ROUTING, priority: 3 });
  });

  it('does not go with what nobody routes', () => {
    expect(entryOf(resumedAfterReply()).routing).toBeNull();
    const before = active();
    expect(entryOf(write(before, after(before, 'pause', inputs().pause))).routing).toBeNull();
  });
});

describe('what a listener gets', () => {
  const detail = (record: Conversation, place: number, settings = PAUSE_ON) =>
    detailOf(entryOf(record), entryOf(record).events[place]!, settings);

  it('is the conversation, and which event it is, when, and by whom', () => {
    const written = resumedAfterReply();
    const { eventId } = entryOf(written).events[1]!;
    expect(detail(written, 1)).toEqual({
      ...viewOf(written, PAUSE_ON, NOW),
      eventId,
      at: NOW,
      by: 'customer',
    });
  });

  it.each([
    ['ConversationReactivated', reactivated],
    ['InviteLost', lost],
  ])('has the routing with %s', (type, make) => {
    expect(entryOf(make()).events[0]?.type).toBe(type);
    expect(detail(make(), 0).routing).toEqual(entryOf(make()).routing);
  });

  it('has no routing with another event of the same write', () => {
    const written = afterReply('queue');
    expect('routing' in detail(written, 0)).toBe(false);
    expect('routing' in detail(written, 1)).toBe(true);
  });

  it('has no name and no attributes under hipaa, also when it was turned on since', () => {
    const written = detail(reactivated(), 0, HIPAA);
    expect(written.customerName).toBeNull();
    expect(written.routing).toBeDefined();
    expect(written.routing).not.toHaveProperty('attributes');
    expect(detail(reactivated(HIPAA), 0, HIPAA).customerName).toBeNull();
  });

  it('has no attributes of an entry that was made under hipaa, also when it was turned off since', () => {
    const written = detail(reactivated(HIPAA), 0, PAUSE_ON);
    expect(written.routing).toBeDefined();
    expect(written.routing).not.toHaveProperty('attributes');
  });
});

describe('the last entry', () => {
  it('waits for those before it, so that all get their end', () => {
    const before = paused();
    const once = write(before, after(before, 'change-pause', { note: 'one' }));
    const closed = write(once, after(once, 'end', { keepsWrapUp: false }));
    expect(closed.pending[`write-history:${closed.version}`]).toMatchObject({
      taken: null,
      after: [`write-history:${once.version}`],
    });
    expect(eventsIn(closed)).toHaveLength(2);
  });
});

it('the cause stands in events and history', () => {
  const before = paused();
  const next = after(before, 'change-pause', { note: 'one' });
  const written = sealed(before, next, PAUSE_ON, contextAt(NOW, 'run-7', ALICE as `WK${string}`));
  expect(entryOf(written).by).toBe(ALICE);
});
