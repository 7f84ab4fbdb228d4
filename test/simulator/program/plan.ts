import fc from 'fast-check';
import type { Settings } from '../../../lambda/domain/settings';
import { type Fault, FAULTS, type Part, type Rates } from './faults';
import { DAY, HOUR, MINUTE, SECOND } from './constants';

/** What people ask of us. */
export const ASKS = [
  'pause',
  'leave',
  'resume',
  'reassign',
  'change pause',
  'complete',
  'end',
  'service invite',
  'read',
] as const;
/** What happens in Flex, at Twilio and to agents behind our back. */
export const FLEX_ACTS = [
  'transfer',
  'flex pauses',
  'flex leaves',
  'flex resumes',
  'flex lets go',
  'task removed',
  'conversation closed at Twilio',
  'conversation removed',
  'channel closed in Flex',
  'agent away',
  'agent deleted',
  'others put hooks on',
] as const;
const OTHERS = [
  'customer starts',
  'somebody writes',
  'handover',
  'settings',
  'stranger',
  'forged webhook',
] as const;
export const ACTS = [...ASKS, ...FLEX_ACTS, ...OTHERS] as const;

export type Ask = (typeof ASKS)[number];
export type FlexAct = (typeof FLEX_ACTS)[number];
export type ActName = (typeof ACTS)[number];

export interface Act {
  /** Its luck hangs on this, and not on its place, which changes when acts before it are left out. */
  readonly id: number;
  /** Milliseconds after the act before. */
  readonly gap: number;
  /** What it happens beside, where it is not to come at just any moment. */
  readonly meets: Meeting | null;
  readonly what: ActName;
  /** Which of the conversations, or agents. */
  readonly pick: number;
  readonly who: 'whose it is' | 'another agent' | 'supervisor' | 'admin';
  /** Which of the ways to do it. */
  readonly way: number;
}

/** A customer starts a conversation. */
export const START: Act = {
  id: 0,
  gap: 0,
  meets: null,
  what: 'customer starts',
  pick: 0,
  who: 'whose it is',
  way: 0,
};

/** The next deadline or end of a leave, or the next minute, at which sweeps begin. */
export interface Meeting {
  readonly what: 'deadline' | 'sweep';
  /** Milliseconds from that moment to the act; below zero: the act comes first. */
  readonly after: number;
}

/** Nothing of a kind works for so long. */
export interface Outage {
  readonly what: Part;
  /** Milliseconds from the beginning. */
  readonly from: number;
  readonly length: number;
}

export type Studio = 'none' | 'makes a task' | 'does nothing';

/** All that a simulation follows from. */
export interface Plan {
  readonly noise: number;
  readonly rates: Rates;
  readonly outages: readonly Outage[];
  /** Of the settings at the beginning. */
  readonly timeLimit: string;
  readonly expiresAfter: string;
  readonly onReply: Settings['leave']['onReply'];
  readonly customRoutingTimeout: string;
  /** Which Studio flow has the reply, where custom routing has. */
  readonly studio: Studio;
  readonly onCustomerReply: Settings['pause']['onCustomerReply'];
  readonly wrapUp: boolean;
  readonly acceptBy: 'server' | 'client';
  /** Tasks that an agent has at once, of each channel. */
  readonly capacity: number;
  /** Of three, those who work here; fewer are busy sooner. */
  readonly agents: number;
  /** Minutes from one sweep to the next where it would only read events or compare. */
  readonly lesserSweeps: number;
  readonly acts: readonly Act[];
}

const GAPS = [
  0,
  0,
  0,
  5,
  30,
  60,
  120,
  SECOND,
  20 * SECOND,
  MINUTE,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  5 * HOUR,
  12 * HOUR,
  DAY,
];

const NEARLY = [-62 * SECOND, -3 * SECOND, -300, -30, 0, 30, 300, 3 * SECOND, 62 * SECOND];

const meeting: fc.Arbitrary<Meeting> = fc.record({
  what: fc.constantFrom<Meeting['what']>('deadline', 'sweep'),
  after: fc.constantFrom(...NEARLY),
});

/** @param liked what happens more than anything else in this simulation */
function actOf(liked: readonly ActName[]): fc.Arbitrary<Act> {
  const one = (weight: number, ...names: ActName[]) => ({ weight, arbitrary: fc.constantFrom(...names) });
  return fc.record({
    id: fc.noShrink(fc.nat()),
    gap: fc.constantFrom(...GAPS),
    meets: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: meeting }),
    what: fc.oneof(
      one(12, ...liked),
      one(3, 'pause'),
      one(3, 'leave'),
      one(3, 'resume'),
      one(2, 'somebody writes'),
      one(2, 'change pause'),
      one(2, 'service invite'),
      one(2, 'reassign', 'handover', 'agent deleted'),
      one(1, 'settings'),
      one(4, ...ACTS),
    ),
    pick: fc.nat(5),
    who: fc.oneof(
      { weight: 8, arbitrary: fc.constant<Act['who']>('whose it is') },
      { weight: 3, arbitrary: fc.constantFrom<Act['who']>('another agent', 'supervisor', 'admin') },
    ),
    way: fc.nat(11),
  });
}

/** A few kinds of acts are liked in each simulation, so that they meet more often than all do with all. */
const acts: fc.Arbitrary<Act[]> = fc
  .noShrink(fc.subarray([...ACTS], { minLength: 1, maxLength: 4 }))
  .chain((liked) => fc.array(actOf(liked), { minLength: 1, maxLength: 18, size: 'max' }));

const outage: fc.Arbitrary<Outage> = fc.record({
  what: fc.constantFrom<Part>(
    'sweep',
    'sweep',
    'webhooks',
    'twilio',
    'table',
    'writes',
    'events',
    'step functions',
  ),
  from: fc.integer({ min: HOUR, max: 14 * DAY }), // where nothing was ever read, events are known from one hour back only
  length: fc.constantFrom(2 * MINUTE, HOUR, 8 * HOUR, 3 * DAY),
});

/** Each kind of fault is absent from two simulations of three, so that one does not hide what another would show. */
const rates: fc.Arbitrary<Rates> = fc.record(
  Object.fromEntries(FAULTS.map((fault) => [fault, rateOf(fault)])),
);

/** Those of every call are rare enough for work to go on; one that lasts as long as its pause says all it has to say once. */
function rateOf(fault: Fault): fc.Arbitrary<number> {
  if (fault === 'start-for-ever-impossible') return fc.constantFrom(0, 0, 0, 0, 0.02, 0.05);
  if (fault.startsWith('store')) return fc.constantFrom(0, 0, 0, 0, 0.003, 0.02, 0.08);
  return fault === 'crash'
    ? fc.constantFrom(0, 0, 0, 0.003, 0.02)
    : fault.startsWith('twilio')
      ? fc.constantFrom(0, 0, 0, 0, 0, 0.01, 0.02, 0.1)
      : fc.constantFrom(0, 0, 0, 0, 0.02, 0.1, 0.4);
}

export const PLANS: fc.Arbitrary<Plan> = fc.record({
  noise: fc.noShrink(fc.integer()),
  rates,
  outages: fc.array(outage, { maxLength: 2 }),
  timeLimit: fc.constantFrom('PT2H', 'P1D', 'P14D', 'P14D'),
  expiresAfter: fc.constantFrom('P14D', 'P2D', 'PT1H'),
  onReply: fc.constantFrom<Plan['onReply']>('new-task', 'custom-routing'),
  customRoutingTimeout: fc.constantFrom('PT1M', 'PT1H', 'PT3H', 'P1D'),
  studio: fc.constantFrom<Studio>('none', 'none', 'makes a task', 'does nothing'),
  onCustomerReply: fc.constantFrom<Plan['onCustomerReply']>('notify', 'resume', 'queue'),
  wrapUp: fc.boolean(),
  acceptBy: fc.constantFrom<Plan['acceptBy']>('server', 'server', 'client'),
  capacity: fc.constantFrom(2, 1, 1, 5),
  agents: fc.constantFrom(3, 3, 2, 1),
  lesserSweeps: fc.constantFrom(120, 120, 120, 120, 120, 120, 120, 120, 120, 1),
  acts,
});

export function isIn<T extends string>(these: readonly T[], one: string): one is T {
  return (these as readonly string[]).includes(one);
}
