import {
  type Caller,
  callerId,
  causeOf,
  mayList,
  mayTake,
  type Route,
  SERVICE,
} from '../../lambda/domain/authority';
import { isRepeat, lastCommandOf } from '../../lambda/domain/repeat';
import type { Conversation } from '../../lambda/domain/record';
import { AS_ADMIN, AS_ALICE, AS_BOB, AS_SUPERVISOR } from '../doubles/commands';
import { BOB, sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import {
  acceptedTask,
  active,
  after,
  closed,
  invited,
  paused,
  waitingForAgent,
  wrappingUp,
} from '../doubles/records';

const OWN: readonly Route[] = ['pause', 'complete', 'resume', 'end', 'change-pause', 'get'];
const ROUTES: readonly Route[] = [...OWN, 'reassign'];
const byBob = { task: acceptedTask({ taskSid: sid('WT', 2), workerSid: BOB }), settings: PAUSE_ON };
const CALLERS: Readonly<Record<string, Caller>> = {
  'the agent': AS_ALICE,
  'another agent': AS_BOB,
  'a supervisor': AS_SUPERVISOR,
  'an admin without a worker': AS_ADMIN,
};

/** Who may take which routes, by where the conversation is. Alice holds it, or has paused it. */
const TABLE: readonly [string, () => Conversation, Readonly<Record<string, readonly Route[]>>][] = [
  [
    'held, never paused',
    active,
    {
      'the agent': ['pause', 'complete', 'end', 'get'],
      'another agent': [],
      'a supervisor': ['resume', 'reassign', 'end', 'change-pause', 'get'],
      'an admin without a worker': ['resume', 'reassign', 'end', 'change-pause', 'get'],
    },
  ],
  [
    'wrapping up to pause',
    wrappingUp,
    {
      'the agent': OWN,
      'another agent': [],
      'a supervisor': ['resume', 'reassign', 'end', 'change-pause', 'get'],
      'an admin without a worker': ['resume', 'reassign', 'end', 'change-pause', 'get'],
    },
  ],
  [
    'paused',
    paused,
    {
      'the agent': OWN,
      'another agent': [],
      'a supervisor': ['resume', 'reassign', 'end', 'change-pause', 'get'],
      'an admin without a worker': ['resume', 'reassign', 'end', 'change-pause', 'get'],
    },
  ],
  [
    'waiting for an agent after the pause',
    waitingForAgent,
    {
      'the agent': ['complete', 'resume', 'end', 'change-pause', 'get'],
      'another agent': [],
      'a supervisor': ['resume', 'reassign', 'end', 'change-pause', 'get'],
      'an admin without a worker': ['resume', 'reassign', 'end', 'change-pause', 'get'],
    },
  ],
  [
    'held by another agent after the pause',
    () => after(paused(), 'accept', byBob),
    {
      'the agent': ['resume', 'end', 'change-pause', 'get'],
      'another agent': ['pause', 'complete', 'end', 'get'],
      'a supervisor': ['resume', 'reassign', 'end', 'change-pause', 'get'],
      'an admin without a worker': ['resume', 'reassign', 'end', 'change-pause', 'get'],
    },
  ],
  [
    'closed, never paused',
    closed,
    {
      'the agent': [],
      'another agent': [],
      'a supervisor': ['resume', 'reassign', 'end', 'change-pause', 'get'],
      'an admin without a worker': ['resume', 'reassign', 'end', 'change-pause', 'get'],
    },
  ],
];

const CASES = TABLE.flatMap(([where, record, may]) =>
  Object.keys(CALLERS).flatMap((who) =>
    ROUTES.map((route) => ({ where, record, who, route, allowed: may[who]!.includes(route) })),
  ),
);

describe('who may do what', () => {
  it.each(CASES)('$who, $route, $where: $allowed', ({ record, who, route, allowed }) => {
    expect(mayTake(route, record(), CALLERS[who]!)).toBe(allowed);
  });

  it('an agent to whom a task is only offered is not its holder', () => {
    const record = waitingForAgent();
    const offered = { ...record, task: { ...record.task!, status: 'reserved', workerSid: AS_BOB.workerSid } };
    expect(mayTake('pause', offered as Conversation, AS_BOB)).toBe(false);
  });
});

describe('who may see which list', () => {
  const lists = { own: 'me', 'all of them': 'all', "Alice's": AS_ALICE.workerSid!, "nobody's": 'sales' };
  const nameless: Caller = { workerSid: null, identity: 'eve', role: 'agent' };

  it.each<[string, Caller, (keyof typeof lists)[]]>([
    ['Alice', AS_ALICE, ['own', "Alice's", "nobody's"]],
    ['another agent', AS_BOB, ['own', "nobody's"]],
    ['an agent without a worker', nameless, []],
    ['a supervisor', AS_SUPERVISOR, ['own', 'all of them', "Alice's", "nobody's"]],
    ['an admin without a worker', AS_ADMIN, ['own', 'all of them', "Alice's", "nobody's"]],
  ])('%s', (_, caller, expected) => {
    const allowed = Object.entries(lists).filter(([, whose]) => mayList(whose, caller));
    expect(allowed.map(([name]) => name)).toEqual(expected);
  });
});

describe('whom events and history name', () => {
  it.each([
    ['an agent', AS_ALICE, AS_ALICE.workerSid],
    ['custom logic', SERVICE, 'service'],
    ['nobody where a person has no worker', AS_ADMIN, 'system'],
  ])('%s', (_, caller, cause) => {
    expect(causeOf(caller)).toBe(cause);
  });
});

describe('a repeat', () => {
  const command = { route: 'resume', caller: AS_ALICE, fingerprint: '{}' } as const;
  const record = { ...invited(), lastCommand: lastCommandOf(command) };

  it('has the same route, caller and body', () => {
    expect(isRepeat(record, command)).toBe(true);
  });

  it.each([{ route: 'end' as const }, { caller: AS_BOB }, { fingerprint: '{"note":"x"}' }])(
    'is none with another %j',
    (change) => {
      expect(isRepeat(record, { ...command, ...change })).toBe(false);
    },
  );

  it('is none where there was no command', () => {
    expect(isRepeat({ ...record, lastCommand: null }, command)).toBe(false);
  });

  it('of a user without a worker is told by the identity', () => {
    expect(callerId(AS_ADMIN)).toBe('ada');
    expect(callerId(AS_ALICE)).toBe(AS_ALICE.workerSid);
  });
});
