import { type TokenFacts, TwilioError } from '../../lambda/actions/ports';
import { doorkeeper } from '../../lambda/http/tokens';
import { apiEvent } from './events';
import { sid } from '../doubles/constants';

const START = Date.parse('2026-03-02T09:00:00Z');
const FACTS: TokenFacts = { workerSid: sid('WK'), identity: 'alice', roles: ['agent'], expiresAt: null };
const ALICE = { workerSid: sid('WK'), identity: 'alice', role: 'agent' };

/** A door whose Twilio answers in turn, the last answer again and again; and its clock. */
function doorWith(...answers: (TokenFacts | undefined | Error)[]) {
  const asked: string[] = [];
  const clock = { now: START };
  const door = doorkeeper(() => clock.now);
  const check = async (token: string) => {
    asked.push(token);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const callerWith = (authorization?: string) =>
    door.caller(apiEvent({ headers: authorization === undefined ? {} : { authorization } }), check);
  return { asked, clock, callerWith, caller: (token: string) => callerWith(`Bearer ${token}`) };
}

describe('the header', () => {
  it.each([
    ['Bearer abc.def', 'abc.def'],
    ['bearer abc', 'abc'],
    ['BEARER   abc', 'abc'],
    ['Bearer a+/=_-~', 'a+/=_-~'],
  ])('%j has the token %s', async (header, token) => {
    const { asked, callerWith } = doorWith(FACTS);
    expect(await callerWith(header)).toEqual(ALICE);
    expect(asked).toEqual([token]);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'abc',
    'Basic abc',
    'Bearer a b',
    'xBearer abc',
    'Bearer,abc',
  ])('%j has none, and Twilio is not asked', async (header) => {
    const { asked, callerWith } = doorWith(FACTS);
    expect(await callerWith(header)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('may have a token of 6 KB', async () => {
    const { asked, caller } = doorWith(FACTS);
    const token = 'x'.repeat(6 * 1024);
    expect(await caller(token)).toEqual(ALICE);
    expect(asked).toEqual([token]);
  });
});

describe('the role', () => {
  it.each([
    [['agent'], 'agent'],
    [['supervisor'], 'supervisor'],
    [['admin'], 'admin'],
    [['agent', 'supervisor'], 'supervisor'],
    [['supervisor', 'admin'], 'admin'],
    [['admin', 'agent'], 'admin'],
    [['wfo.full_access'], 'agent'],
    [['Admin', 'flex.supervisor'], 'agent'],
    [[], 'agent'],
  ])('of %j is %s', async (roles, role) => {
    const { caller } = doorWith({ ...FACTS, roles });
    expect(await caller('t')).toEqual({ ...ALICE, role });
  });

  it('does not need a worker', async () => {
    const { caller } = doorWith({ ...FACTS, workerSid: null, roles: ['supervisor'] });
    expect(await caller('t')).toEqual({ workerSid: null, identity: 'alice', role: 'supervisor' });
  });
});

describe('a good token', () => {
  it('is not asked about again for a minute', async () => {
    const { asked, clock, caller } = doorWith(FACTS);
    await caller('t');
    clock.now = START + 59_999;
    expect(await caller('t')).toEqual(ALICE);
    expect(asked).toHaveLength(1);
  });

  it('is asked about again after a minute, counted from the answer', async () => {
    const { asked, clock, caller } = doorWith(FACTS);
    for (const now of [START, START + 30_000, START + 60_000]) {
      clock.now = now;
      await caller('t');
    }
    expect(asked).toHaveLength(2);
  });

  it('is nobody any more when Twilio says so after a minute', async () => {
    const { clock, caller } = doorWith(FACTS, undefined);
    await caller('t');
    clock.now = START + 60_000;
    expect(await caller('t')).toBeUndefined();
  });

  it('is not kept beyond its end', async () => {
    const { asked, clock, caller } = doorWith({ ...FACTS, expiresAt: START + 5_000 });
    await caller('t');
    clock.now = START + 4_999;
    await caller('t');
    expect(asked).toHaveLength(1);
    clock.now = START + 5_000;
    await caller('t');
    expect(asked).toHaveLength(2);
  });

  it('is kept for a minute at most, however late its end', async () => {
    const { asked, clock, caller } = doorWith({ ...FACTS, expiresAt: START + 3_600_000 });
    await caller('t');
    clock.now = START + 60_000;
    await caller('t');
    expect(asked).toHaveLength(2);
  });

  it('stands for itself only', async () => {
    const { asked, caller } = doorWith(FACTS, { ...FACTS, identity: 'bob' });
    expect([await caller('a'), await caller('b')]).toMatchObject([
      { identity: 'alice' },
      { identity: 'bob' },
    ]);
    expect(await caller('a')).toMatchObject({ identity: 'alice' });
    expect(asked).toEqual(['a', 'b']);
  });

  it('takes no room for ever: after a thousand others it is asked about again', async () => {
    const { asked, caller } = doorWith(FACTS);
    for (let each = 0; each <= 1_000; each++) await caller(`t${each}`);
    await caller('t0');
    expect(asked).toHaveLength(1_002);
  });
});

describe('a bad token', () => {
  it('is nobody, and is never kept', async () => {
    const { asked, caller } = doorWith(undefined, FACTS);
    expect(await caller('t')).toBeUndefined();
    expect(await caller('t')).toEqual(ALICE);
    expect(asked).toHaveLength(2);
  });
});

describe('an outage of Twilio', () => {
  const outage = new TwilioError('check token', 'unavailable');

  it('is thrown, and is not kept', async () => {
    const { caller } = doorWith(outage, FACTS);
    await expect(caller('t')).rejects.toBe(outage);
    expect(await caller('t')).toEqual(ALICE);
  });

  it('is not felt while the token is kept', async () => {
    const { caller } = doorWith(FACTS, outage);
    await caller('t');
    expect(await caller('t')).toEqual(ALICE);
  });
});
