import { resourcesOfType, type Template } from '../../local/template';
import PRICES from './prices.json';
import { type Amounts, amountsOf, amountsOfIdleMonth, dollars, partOf, sumOf } from './bill';
import type { GoodPaths } from './good-paths';

const MILLION = 1_000_000;
/** Shares of pauses that are resumed, the others go back to the queue at their deadline. */
export const SHARES = [1, 0.8, 0.5, 0];

export const RESUMED = ['pause', 'complete', 'an hour after a pause', 'resume'];
export const REASSIGNED = [
  'pause',
  'complete',
  'an hour after a pause',
  'the day after',
  'the mark of 24 hours',
  'the mark of one hour',
  'deadline',
  'accept after a deadline',
];
const LEFT = ['leave', 'complete of a leave', 'reply to a leave'];

/** What a sweep measures also where nothing is due; the others have a value, and a price, only where something is wrong. */
const MEASURED_EACH_MINUTE = 5;

/** What a stack is paid for while nothing happens. */
export interface Stack {
  readonly alarms: number;
  /** Metrics that the alarms watch, by which they are paid for: some watch a few. */
  readonly watched: number;
  /** Metrics of our own; those of AWS are free. */
  readonly metrics: number;
}

export function stackOf(template: Template): Stack {
  const alarms = resourcesOfType(template, 'AWS::CloudWatch::Alarm');
  const watched = alarms.map(([, { Properties }]) => {
    const metrics = (Properties?.['Metrics'] ?? []) as { MetricStat?: object }[];
    return metrics.filter(({ MetricStat }) => MetricStat !== undefined).length || 1;
  });
  return {
    alarms: alarms.length,
    watched: watched.reduce((sum, each) => sum + each, 0),
    metrics: MEASURED_EACH_MINUTE,
  };
}

/** The tables of docs/cost.md, as Markdown. */
export function costTables(steps: GoodPaths, stack: Stack): string[] {
  const idle = steps['a minute with nothing to do']!;
  const of = (names: readonly string[]) => sumOf(...names.map((name) => amountsOf(steps[name]!, idle)));
  const [resumed, reassigned, left] = [of(RESUMED), of(REASSIGNED), of(LEFT)];
  const mixed = (share: number) => sumOf(partOf(resumed, share), partOf(reassigned, 1 - share));
  return [
    '| a million of | Lambda | HTTP API | DynamoDB | Step Functions | EventBridge | all |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...SHARES.map((share) => row(`pauses, ${share * 100} % of them resumed`, mixed(share))),
    row('leaves, each with a reply', left),
    row('messages in conversations that agents have', of(['a customer’s message'])),
    '',
    `An idle month: ${money(dollars(amountsOfIdleMonth(idle, stack)))}, with ${stack.alarms} alarms on ${stack.watched} metrics, and ${stack.metrics} metrics of our own that have a value each minute.`,
    '',
    '| the timer alone, a million of them | resumed | at the deadline |',
    '| --- | --- | --- |',
    ...timers().map(
      ({ name, resumed: one, due }) => `| ${name} | ${money(one * MILLION)} | ${money(due * MILLION)} |`,
    ),
  ];
}

/** What waits for a deadline, in place of Step Functions. */
function timers(): { name: string; resumed: number; due: number }[] {
  const { stateTransition, schedulerInvocation, durableOperation, temporalAction } = PRICES;
  return [
    {
      name: 'Step Functions, two states',
      resumed: stateTransition.dollars,
      due: 2 * stateTransition.dollars,
    },
    { name: 'EventBridge Scheduler, a schedule each', resumed: 0, due: schedulerInvocation.dollars },
    { name: 'the sweep alone', resumed: 0, due: 0 },
    {
      name: 'Lambda durable functions: started, waits, is ended', // a start, a wait, and the step or the stop
      resumed: 3 * durableOperation.dollars,
      due: 3 * durableOperation.dollars,
    },
    {
      name: 'Temporal Cloud: started, timer, signal or activity', // without the workers that it needs
      resumed: 3 * temporalAction.dollars,
      due: 3 * temporalAction.dollars,
    },
  ];
}

function row(name: string, amounts: Amounts): string {
  const part = (...prices: (keyof Amounts)[]) =>
    money(MILLION * dollars(Object.fromEntries(prices.map((price) => [price, amounts[price] ?? 0]))));
  const columns = [
    part('lambdaRequest', 'lambdaGigabyteSecond'),
    part('httpApiRequest'),
    part('dynamoDbReadUnit', 'dynamoDbWriteUnit'),
    part('stateTransition'),
    part('busEvent'),
    money(MILLION * dollars(amounts)),
  ];
  return `| ${name} | ${columns.join(' | ')} |`;
}

function money(amount: number): string {
  return `$${amount.toFixed(amount < 10 ? 2 : 0)}`;
}
