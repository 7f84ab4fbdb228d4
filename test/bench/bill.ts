import PRICES from './prices.json';
import type { FunctionCall } from './call-log';
import type { Step } from './good-paths';

type Price = Exclude<keyof typeof PRICES, 'about'>;
/** What is paid for, by how much of it. */
export type Amounts = Partial<Record<Price, number>>;

/**
 * What a run takes, in milliseconds. Not measured: nobody has deployed this yet to measure it. Twilio's API answers in a
 * tenth to a quarter of a second; DynamoDB, Step Functions and EventBridge in a few milliseconds.
 */
export const ASSUMED = { aFunction: 5, anAwsCall: 8, aTwilioCall: 150 } as const;
const GIGABYTES = 0.5;
/** Called by Step Functions and by a rule; all others by API Gateway. */
const NOT_BEHIND_THE_API = ['sweep', 'reassign'];

/** What a step is paid for, without the sweeps' own, which are paid for whatever happens. */
export function amountsOf({ functions, units }: Step, idle: Step): Amounts {
  const called = functions.filter(({ name }) => name !== 'sweep');
  const sweeps = functions.length - called.length;
  const calls = functions.flatMap(({ calls }) => calls);
  const secondsOfSweeps = sweeps * secondsOf(idle.functions[0]!);
  const seconds = functions.reduce((sum, each) => sum + secondsOf(each), 0) - secondsOfSweeps;
  return {
    lambdaRequest: called.length,
    lambdaGigabyteSecond: seconds * GIGABYTES,
    httpApiRequest: called.filter(({ name }) => !NOT_BEHIND_THE_API.includes(name)).length,
    dynamoDbReadUnit: units.reads - sweeps * idle.units.reads,
    dynamoDbWriteUnit: units.writes - sweeps * idle.units.writes,
    stateTransition: transitions(calls, called),
    busEvent: calls.filter((call) => call === 'events PutEvents').length,
  };
}

/** A month in which nobody pauses anything. */
export function amountsOfIdleMonth(
  idle: Step,
  { watched, metrics }: { watched: number; metrics: number },
): Amounts {
  const minutes = 30 * 24 * 60;
  return {
    lambdaRequest: minutes,
    lambdaGigabyteSecond: minutes * secondsOf(idle.functions[0]!) * GIGABYTES,
    dynamoDbReadUnit: minutes * idle.units.reads,
    dynamoDbWriteUnit: minutes * idle.units.writes,
    secretCall: minutes / MINUTES_A_SECRET_IS_KEPT,
    secretMonth: 1,
    alarmMonth: watched,
    metricMonth: metrics,
  };
}
const MINUTES_A_SECRET_IS_KEPT = 5;

export function sumOf(...all: readonly Amounts[]): Amounts {
  const sum: Amounts = {};
  for (const amounts of all)
    for (const [price, amount] of entries(amounts)) sum[price] = (sum[price] ?? 0) + amount;
  return sum;
}

/** @param share such as 0.8 */
export function partOf(amounts: Amounts, share: number): Amounts {
  return Object.fromEntries(entries(amounts).map(([price, amount]) => [price, amount * share]));
}

export function dollars(amounts: Amounts): number {
  return entries(amounts).reduce((sum, [price, amount]) => sum + amount * PRICES[price].dollars, 0);
}

function entries(amounts: Amounts): [Price, number][] {
  return Object.entries(amounts) as [Price, number][];
}

/** Each state that is entered: the wait when it starts, the task when it fires. */
function transitions(calls: readonly string[], called: readonly FunctionCall[]): number {
  const started = calls.filter((call) => call === 'states StartExecution').length;
  return started + called.filter(({ name }) => name === 'reassign').length;
}

function secondsOf({ calls }: FunctionCall): number {
  const toTwilio = calls.filter((call) => call.startsWith('twilio ')).length;
  const { aFunction, anAwsCall, aTwilioCall } = ASSUMED;
  return (aFunction + toTwilio * aTwilioCall + (calls.length - toTwilio) * anAwsCall) / 1000;
}
