import { setImmediate as turn } from 'node:timers/promises';
import { type Done } from '../../desk/api/client';
import { Problem } from '../../desk/api/problem';
import { type Conversation, type PausedSummary, type Pause } from '../../desk/api/types';
import { eachOf, isOver, type Progress } from '../../desk/board/batch';
import { progressWords, supervisorsRefusal } from '../../desk/board/batch-words';
import { dueByDay, dueByHour } from '../../desk/board/due';
import { EVERYTHING, queryOf } from '../../desk/board/filter';
import { handoverWords } from '../../desk/board/handover-words';
import { moved } from '../../desk/board/move';
import { peopleOf } from '../../desk/board/people';
import { HOUR } from '../../desk/time/units';

const BERLIN = { locale: 'en-GB', zone: 'Europe/Berlin' };
const KOLKATA = { locale: 'en-GB', zone: 'Asia/Kolkata' };

const summary = (byHour: [from: string, count: number][], overdue = 0): PausedSummary => ({
  byWorker: [],
  byMark: { later: 0, 'within-24-hours': 0, 'within-1-hour': 0, overdue },
  byHour: byHour.map(([from, count]) => ({ from, count })),
  byDay: [],
  complete: true,
});

describe('when paused work comes due', () => {
  const now = new Date('2026-03-28T20:20:00Z');

  it('is told by the hour for the next day, and by the day after that, in the zone of who looks', () => {
    const all = summary([
      ['2026-03-28T20:00:00Z', 1],
      ['2026-03-28T23:00:00Z', 2],
      ['2026-03-29T19:00:00Z', 3],
      ['2026-03-29T20:00:00Z', 4],
      ['2026-03-29T22:00:00Z', 5],
      ['2026-03-30T21:00:00Z', 6],
    ]);
    expect(dueByHour(all, now, BERLIN)).toEqual([
      { label: 'today at 21:00', count: 1 },
      { label: 'tomorrow at 00:00', count: 2 },
      { label: 'tomorrow at 21:00', count: 3 }, // the clocks have gone forward
    ]);
    expect(dueByDay(all, now, BERLIN)).toEqual([
      { label: 'tomorrow', count: 4 },
      { label: 'Mon 30 Mar', count: 11 },
    ]);
  });

  it('begins with what is overdue, which the hour that goes on has, too', () => {
    const all = summary(
      [
        ['2026-03-28T18:00:00Z', 2],
        ['2026-03-28T20:00:00Z', 4],
      ],
      3,
    );
    expect(dueByHour(all, now, BERLIN)).toEqual([
      { label: 'Overdue', count: 3 },
      { label: 'today at 21:00', count: 3 },
    ]);
  });

  it('leaves out an hour all of which is overdue', () => {
    expect(dueByHour(summary([['2026-03-28T20:00:00Z', 2]], 2), now, BERLIN)).toEqual([
      { label: 'Overdue', count: 2 },
    ]);
  });

  it('says where an hour of UTC begins in a zone of half hours', () => {
    expect(dueByHour(summary([['2026-03-28T20:00:00Z', 1]]), now, KOLKATA)).toEqual([
      { label: 'today at 01:30', count: 1 },
    ]);
  });

  it('counts each pause once, whatever the hour is in which it is looked', () => {
    const hours = Array.from({ length: 90 }, (_, n): [string, number] => [
      new Date(now.getTime() + n * HOUR).toISOString().replace(/:20:00.000/, ':00:00'),
      n + 1,
    ]);
    for (let n = 0; n < 90; n++) {
      const later = new Date(now.getTime() + n * HOUR);
      const overdue = (n * (n + 1)) / 2;
      const all = summary(hours, overdue);
      const counts = [...dueByHour(all, later, BERLIN), ...dueByDay(all, later, BERLIN)];
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe((90 * 91) / 2);
    }
  });
});

describe('a filter', () => {
  it('asks for everything at first, and only for what is chosen then', () => {
    expect(queryOf(EVERYTHING)).toEqual({ worker: 'all' });
    expect(queryOf({ workerSid: 'WK1', queueSid: 'WQ1', mark: 'overdue' })).toEqual({
      worker: 'WK1',
      queue: 'WQ1',
      mark: 'overdue',
    });
  });
});

describe('the people', () => {
  const byWorker = [
    { workerSid: 'WK1', name: 'Alice', count: 3 },
    { workerSid: 'WK9', name: null, count: 1 },
  ];

  it('are the agents of the workspace, and who is gone and has paused something', () => {
    const agents = [
      { workerSid: 'WK2', name: 'Bob', available: false },
      { workerSid: 'WK1', name: 'Alice', available: true },
    ];
    expect(peopleOf(agents, { ...summary([]), byWorker })).toEqual([
      { workerSid: 'WK1', name: 'Alice', available: true, paused: 3 },
      { workerSid: 'WK2', name: 'Bob', available: false, paused: 0 },
      { workerSid: 'WK9', name: 'WK9', available: null, paused: 1 },
    ]);
  });

  it('are those of the summary where the agents cannot be listed', () => {
    expect(peopleOf(undefined, { ...summary([]), byWorker }).map(({ name }) => name)).toEqual([
      'Alice',
      'WK9',
    ]);
    expect(peopleOf(undefined, undefined)).toEqual([]);
  });
});

describe('another deadline', () => {
  const pause = { deadline: '2026-03-10T09:00:30Z' } as Pause;

  it('is as much later or earlier as was asked for, in the form of the API', () => {
    expect(moved(pause, { by: 36 * HOUR })).toEqual({ until: '2026-03-11T21:00:30Z' });
    expect(moved(pause, { by: -HOUR })).toEqual({ until: '2026-03-10T08:00:30Z' });
    expect(moved(pause, { to: '2026-04-01T10:00:00Z' })).toEqual({ until: '2026-04-01T10:00:00Z' });
  });
});

describe('the same with several conversations', () => {
  const conversations = Array.from(
    { length: 9 },
    (_, n) => ({ conversationSid: `CH${n}`, customerName: `Customer ${n}` }) as Conversation,
  );
  const done = (conversation: Conversation, onItsWay = false): Done => ({ conversation, onItsWay });

  it('tells how far it is, and goes on after a refusal', async () => {
    const told: [done: number, refused: number][] = [];
    const progress = await eachOf(
      conversations.slice(0, 3),
      async (conversation) => {
        if (conversation.conversationSid === 'CH1') throw new Problem('wrong-state', 409);
        return done(conversation, conversation.conversationSid === 'CH2');
      },
      ({ done, refused }) => told.push([done, refused.length]),
    );
    expect([told.length, told[0], told[3]]).toEqual([4, [0, 0], [2, 1]]);
    expect(progressWords(progress)).toBe('2 done, 1 of them on the way, 1 refused');
    expect(
      progress.refused.map(({ conversation, problem }) => [conversation.conversationSid, problem.code]),
    ).toEqual([['CH1', 'wrong-state']]);
  });

  it('asks for each once, at most four at the same time', async () => {
    let running = 0;
    let most = 0;
    const asked: string[] = [];
    await eachOf(
      conversations,
      async (conversation) => {
        asked.push(conversation.conversationSid);
        most = Math.max(most, ++running);
        await turn();
        running--;
        return done(conversation);
      },
      () => undefined,
    );
    expect(asked.sort()).toEqual(conversations.map(({ conversationSid }) => conversationSid));
    expect(most).toBe(4);
  });

  it('takes whatever is thrown for a refusal that can be shown', async () => {
    const { refused } = await eachOf(
      conversations.slice(0, 1),
      () => Promise.reject(new TypeError('x')),
      () => undefined,
    );
    expect(refused[0]?.problem.code).toBe('unknown');
  });

  it('is over when each is done or refused', () => {
    const progress: Progress = { total: 2, done: 1, onItsWay: 0, refused: [] };
    expect(isOver(progress)).toBe(false);
    expect(isOver({ ...progress, done: 2 })).toBe(true);
  });

  it('says all that has become of them in one line', () => {
    const all: Progress = { total: 2, done: 2, onItsWay: 2, refused: [] };
    expect(progressWords(all)).toBe('2 done, on the way');
    expect(progressWords({ ...all, onItsWay: 0 })).toBe('2 done');
  });
});

describe('words for supervisors', () => {
  it('do not tell them to complete somebody else’s task', () => {
    expect(supervisorsRefusal(new Problem('at-capacity', 409))).toMatch(/Choose another agent, or the queue/);
    expect(supervisorsRefusal(new Problem('wrong-state', 409, { channelState: 'active' }))).toMatch(
      /active again/,
    );
    expect(supervisorsRefusal(new Problem('invalid-request', 400, { detail: 'It is too soon' }))).toBe(
      'It is too soon.',
    );
  });

  it('say what becomes of a handover', () => {
    const alice = { name: 'Alice' };
    const bob = { name: 'Bob' };
    expect(handoverWords({ accepted: 3, onItsWay: true }, alice, bob)).toBe(
      '3 accepted: what Alice has paused is on its way to Bob.',
    );
    expect(handoverWords({ accepted: 3, onItsWay: false }, alice, null)).toBe(
      '3 accepted: what Alice has paused went to the queues.',
    );
    expect(handoverWords({ accepted: 0, onItsWay: false }, alice, null)).toBe('Alice has paused nothing.');
  });
});
