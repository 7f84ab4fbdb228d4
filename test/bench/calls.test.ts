import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployedOnce } from '../doubles/deployed-once';
import { costTables, stackOf } from './cost';
import { countsOf } from './counts';
import { type GoodPaths, goodPaths } from './good-paths';

/**
 * Every outside call of every function on a good day, counted: one that is added costs money with each conversation, and fails
 * here. docs/performance.md says of each why it is made.
 */
const READ = 'dynamodb BatchGetItem'; // record and settings in one
const WRITE = 'dynamodb PutItem';
const PUBLISH = 'events PutEvents';
const CHANNEL = 'twilio POST /v1/Interactions/KD/Channels/UO';
const PUT_ASIDE = {
  [READ]: 1,
  'twilio GET /v1/Conversations/CH/Messages': 1,
  'twilio GET /v1/Conversations/CH': 1,
  'twilio GET /v1/Interactions/KD/Channels/UO/Participants': 1,
  [`${CHANNEL}/Participants/UT`]: 1,
  [WRITE]: 3, // the decision, what is struck off, an entry of the history
  [PUBLISH]: 1,
};
const COMPLETE = {
  [READ]: 1,
  [`${CHANNEL}/Participants/UT`]: 1,
  'twilio GET /v1/Workspaces/WS/Tasks/WT': 1,
  [WRITE]: 2,
};

const ACTIONS: [step: string, name: string, calls: object][] = [
  ['pause', 'pause', { ...PUT_ASIDE, 'states StartExecution': 1 }],
  ['leave', 'leave', PUT_ASIDE],
  ['complete', 'complete', COMPLETE],
  ['complete of a leave', 'complete', COMPLETE],
  [
    'resume',
    'resume',
    {
      [READ]: 1,
      'twilio GET /v1/Workspaces/WS/Workers/WK': 1,
      'twilio GET /v1/Workspaces/WS/Workers/WK/Channels/web': 1,
      [`${CHANNEL}/Invites`]: 1,
      'twilio GET /v1/Workspaces/WS/Tasks/WT/Reservations': 1,
      'twilio POST /v1/Workspaces/WS/Tasks/WT/Reservations/WR': 1,
      'states StopExecution': 1,
      [WRITE]: 4, // the decision, the invite's task, the accept, an entry of the history
      [PUBLISH]: 1,
    },
  ],
  ['a poll of the desk', 'get-conversation', { [READ]: 1 }],
  ['accept', 'taskrouter-webhook', { [READ]: 1, [WRITE]: 1 }],
  ['an agent’s message', 'conversations-webhook', { [READ]: 1 }],
  ['a customer’s message', 'conversations-webhook', { [READ]: 1 }],
  ['reply to a pause', 'conversations-webhook', { [READ]: 1, [WRITE]: 3, [PUBLISH]: 1 }],
  [
    'reply to a leave',
    'conversations-webhook',
    { [READ]: 1, [`${CHANNEL}/Invites`]: 1, [WRITE]: 3, [PUBLISH]: 1 },
  ],
];

/** The longest that this may take where others work beside it. */
const TIME_LIMIT = 300_000;

let steps: GoodPaths;
beforeAll(async () => {
  const logs = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  steps = await goodPaths(deployedOnce);
  logs.mockRestore();
}, TIME_LIMIT);

describe('calls on a good day', () => {
  it.each(ACTIONS)('of %s are those that it needs', (step, name, calls) => {
    const [first] = steps[step]!.functions;
    expect(first?.name).toBe(name);
    expect(countsOf(first!.calls)).toEqual(calls);
  });

  it('are none for events that do not matter', () => {
    expect(steps['a task begins']!.functions.map(({ calls }) => calls)).toEqual([[], [], [], []]);
  });

  it('are at most one read for each webhook of what we did ourselves', () => {
    const ours = ['pause', 'leave', 'complete', 'complete of a leave', 'resume', 'reply to a leave'];
    const echoes = ours.flatMap((step) => steps[step]!.functions.slice(1));
    expect(echoes.length).toBeGreaterThan(ours.length);
    echoes.forEach(({ name, calls }) => {
      expect(name).toBe('taskrouter-webhook');
      expect([{}, { [READ]: 1 }]).toContainEqual(countsOf(calls));
    });
  });
});

describe('docs/cost.md', () => {
  it('has the tables that follow from what is counted', async () => {
    const { template } = await deployedOnce();
    const docs = tablesIn(readFileSync(join(__dirname, '../../docs/cost.md'), 'utf8'));
    const printed = tablesIn(costTables(steps, stackOf(template)).join('\n'));
    expect(docs.map(([name]) => name)).toEqual(printed.map(([name]) => name));
    printed.forEach(([, amounts], row) => {
      const kept = docs[row]![1];
      expect(kept).toHaveLength(amounts.length);
      amounts.forEach((amount, column) => {
        const most = Math.max(A_DOLLAR, amount * WEBHOOKS_THAT_MEET);
        expect(Math.abs(amount - kept[column]!)).toBeLessThanOrEqual(most);
      });
    });
  });
});

/** What a function reads again, because a webhook wrote meanwhile, is now and then a little more. */
const WEBHOOKS_THAT_MEET = 0.1;
const A_DOLLAR = 1;

/** Name and dollars of each row. */
function tablesIn(text: string): [name: string, dollars: number[]][] {
  const rows = text.split('\n').filter((line) => /^\|.*\$/.test(line));
  return rows.map((line) => {
    const [name = '', ...cells] = line.split('|').slice(1, -1);
    return [name.trim(), cells.map((cell) => Number(cell.trim().slice(1)))];
  });
}
