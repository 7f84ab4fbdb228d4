import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployedOnce } from '../doubles/deployed-once';
import { costTables, stackOf } from './cost';
import { countsOf } from './counts';
import { type GoodPaths, goodPaths } from './good-paths';

/**
 * Every outside call of every function on a good day, counted: one that is added costs money with each conversation, and fails
 * here. docs/performance.md says of each why it cannot be spared.
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

let steps: GoodPaths;
beforeAll(async () => {
  const logs = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  steps = await goodPaths(deployedOnce);
  logs.mockRestore();
}, 60_000);

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
    const docs = readFileSync(join(__dirname, '../../docs/cost.md'), 'utf8').split('\n').map(withoutPadding);
    const printed = costTables(steps, stackOf(template)).filter((line) => line !== '');
    expect(docs).toEqual(expect.arrayContaining(printed.map(withoutPadding)));
  });
});

/** Prettier fills the cells of a table with spaces. */
function withoutPadding(line: string): string {
  return line.replace(/ +/g, ' ').replace(/-{2,}/g, '---');
}
