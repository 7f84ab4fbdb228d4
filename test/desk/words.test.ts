import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, problemOf } from '../../desk/api/problem';
import { type HistoryEvent, type Mark } from '../../desk/api/types';
import { crossings, deadlineWords, markWords } from '../../desk/conversations/deadline-words';
import { historySentence } from '../../desk/conversations/history-words';
import { refusalSentence } from '../../desk/conversations/refusals';
import { isChanging, isOnItsWay, statusOf } from '../../desk/conversations/status';
import { ALICES_LEAVE, ALICES_PAUSE, ALICES_TASK, conversation } from './conversations';

const BERLIN = { locale: 'en-GB', zone: 'Europe/Berlin' };
const NOW = new Date('2026-03-02T15:05:00Z');

describe('a deadline', () => {
  it.each([
    ['2026-03-16T09:00:00Z', 'Reassigned in 13 days 17 h, Mon 16 Mar at 10:00'],
    ['2026-03-03T14:05:00Z', 'Reassigned in 23 h, tomorrow at 15:05'],
    ['2026-03-02T15:47:00Z', 'Reassigned in 42 min, today at 16:47'],
    ['2026-03-02T15:05:01Z', 'Reassigned in less than a minute, today at 16:05'],
    ['2026-03-02T15:05:00Z', 'Being reassigned'],
  ])('%s is said relative and absolute', (deadline, words) => {
    expect(deadlineWords('reassigned', new Date(deadline), NOW, BERLIN)).toBe(words);
  });

  it('of a left conversation is its end', () => {
    expect(deadlineWords('closed', new Date('2026-03-02T16:05:00Z'), NOW, BERLIN)).toBe(
      'Closed in 1 h, today at 17:05',
    );
    expect(deadlineWords('closed', NOW, NOW, BERLIN)).toBe('Being closed');
  });

  it('has a word for each mark, so that colour is never alone', () => {
    const marks: Mark[] = ['later', 'within-24-hours', 'within-1-hour', 'overdue'];
    expect(new Set(marks.map(markWords)).size).toBe(4);
  });
});

describe('what is announced', () => {
  const pauseAt = (deadline: string) => [{ id: 'P1', customer: 'Customer 1', deadline: new Date(deadline) }];
  const before = (mark: Mark): ReadonlyMap<string, Mark> => new Map([['P1', mark]]);

  it.each([
    ['later', '2026-03-03T15:05:00Z', ['Customer 1: reassigned within 24 hours']],
    ['within-24-hours', '2026-03-02T16:05:00Z', ['Customer 1: reassigned within 1 hour']],
    ['later', '2026-03-02T16:05:00Z', ['Customer 1: reassigned within 1 hour']],
    ['within-24-hours', '2026-03-03T15:05:00Z', []],
    ['within-1-hour', '2026-03-02T15:05:00Z', []],
    ['within-1-hour', '2026-03-03T10:05:00Z', []],
    ['within-24-hours', '2026-03-09T10:05:00Z', []],
  ] as const)('%s before, %s now', (mark, deadline, news) => {
    expect(crossings(before(mark), pauseAt(deadline), NOW)).toEqual(news);
  });

  it('is nothing of what has just come into the list', () => {
    expect(crossings(new Map(), pauseAt('2026-03-02T15:47:00Z'), NOW)).toEqual([]);
  });
});

describe('a refusal', () => {
  /** All codes that the API's description has, but a webhook's, which nobody sees. */
  const text = readFileSync(join(__dirname, '../../docs/openapi.yaml'), 'utf8');
  const found = [...text.matchAll(/\bcode: ([a-z-]+)/g)].map(([, code = '']) => code);
  const codes = [...new Set(found)].filter((code) => code !== 'bad-signature');

  it('has a sentence of its own for each code of the API, which says what to do', async () => {
    expect(codes).toEqual(
      expect.arrayContaining(['wrong-state', 'at-capacity', 'customer-replied', 'option-off']),
    );
    const sentences = await Promise.all(
      [...codes, 'not-one-of-them'].map(async (code) =>
        refusalSentence(await problemOf(Response.json({ code }, { status: 409 }))),
      ),
    );
    expect(new Set(sentences).size).toBe(codes.length + 1);
  });

  it('says what is wrong with a request in the words of the API', () => {
    const problem = new Problem('invalid-request', 400, {
      detail: 'until must be at least one minute ahead',
    });
    expect(refusalSentence(problem)).toContain('until must be at least one minute ahead');
  });

  it.each([
    ['pause', 'paused already'],
    ['inactive', 'left already'],
    ['closed', 'has ended'],
    ['active', 'active again'],
  ])('for the state says where the conversation is: %s', (channelState, words) => {
    expect(refusalSentence(new Problem('wrong-state', 409, { channelState }))).toContain(words);
  });
});

describe('where a conversation is', () => {
  it.each([
    [{}, 'With Alice'],
    [{ task: { ...ALICES_TASK, status: 'pending' } }, 'Waits for an agent'],
    [{ task: null }, 'Waits for an agent'],
    [{ heldBy: 'flex', task: null }, 'Put aside by Flex’s own Pause or Leave'],
    [{ wrapUp: 'pause', pause: ALICES_PAUSE }, 'Wrapping up, then paused'],
    [{ channelState: 'pause', pause: ALICES_PAUSE, task: null }, 'Paused'],
    [{ channelState: 'inactive', leave: ALICES_LEAVE, task: null }, 'Left, waits for the customer’s reply'],
    [{ channelState: 'closed', task: null }, 'Ended'],
  ] as const)('%j', (different, words) => {
    expect(statusOf(conversation(different))).toBe(words);
  });

  it('is on its way while something is owed that takes a moment, and not while somebody else is waited for', () => {
    expect(isOnItsWay(conversation({ owed: ['start-timer', 'await-custom-routing'] }))).toBe(true);
    expect(isOnItsWay(conversation({ owed: ['await-custom-routing'] }))).toBe(false);
    expect(isOnItsWay(conversation())).toBe(false);
  });

  it('changes soon while something is owed or a task looks for an agent', () => {
    expect(isChanging(conversation({ owed: ['invite'] }))).toBe(true);
    expect(isChanging(conversation({ task: { ...ALICES_TASK, status: 'reserved' } }))).toBe(true);
    expect(isChanging(conversation())).toBe(false);
  });
});

describe('the history', () => {
  const names: Record<string, string> = { WKalice: 'You', WKbob: 'Bob' };
  const sentence = (event: Partial<HistoryEvent>): string =>
    historySentence(
      { eventId: 'E', at: '2026-03-02T09:00:00Z', type: 'ConversationPaused', by: 'WKalice', ...event },
      { place: BERLIN, now: NOW, who: (workerSid) => names[workerSid] ?? 'Another agent' },
    );

  it.each([
    [{ deadline: '2026-03-16T09:00:00Z' }, 'You paused it until Mon 16 Mar at 10:00'],
    [
      { type: 'ConversationLeft', by: 'WKbob', expiresAt: '2026-05-31T09:00:00Z' },
      'Bob left it for the customer’s reply, until Sun 31 May at 11:00',
    ],
    [{ type: 'ConversationResumed', routedTo: 'agent', workerSid: 'WKalice' }, 'You resumed it'],
    [{ type: 'ConversationResumed', by: 'WKdee', workerSid: 'WKbob' }, 'Another agent resumed it for Bob'],
    [{ type: 'ConversationResumed', routedTo: 'workflow' }, 'You resumed it, for the next available agent'],
    [
      { type: 'ConversationReassigned', by: 'deadline' },
      'The time limit was over: reassigned to the next available agent',
    ],
    [
      { type: 'ConversationReassigned', by: 'WKx', workerSid: 'WKbob' },
      'Another agent reassigned it for Bob',
    ],
    [
      { type: 'ConversationReactivated', by: 'customer', workerSid: null },
      'The customer’s reply brought it back, for the next available agent',
    ],
    [{ type: 'ConversationEnded', by: 'system' }, 'The system ended it'],
    [{ type: 'PauseMarkReached', by: 'system', mark: 'within-1-hour' }, 'Reassigned within 1 hour'],
    [{ type: 'CustomerReplied', by: 'customer' }, 'The customer has replied while it was paused'],
  ] as const)('%j', (event, words) => {
    expect(sentence(event)).toBe(words);
  });
});
