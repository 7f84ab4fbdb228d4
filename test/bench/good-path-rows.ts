import { deployedCode } from '../../local/deployed-code';
import { type Amounts, amountsOf, amountsOfIdleMonth, dollars, partOf, sumOf } from './bill';
import { REASSIGNED, RESUMED, SHARES, stackOf } from './cost';
import { countsOf } from './counts';
import { type GoodPaths, goodPaths } from './good-paths';
import type { Row } from './row';

const MILLION = 1_000_000;
/** What is counted, and what it should be at most. */
const ACTIONS: readonly [step: string, aim: string][] = [
  ['pause', '1 read, 3 writes, 1 StartExecution, 1 event, 4 of Twilio'],
  ['resume', '1 read, 3 writes, 1 StopExecution, 1 event, 5 of Twilio'],
  ['an agent’s message', '1 read'],
];
/** Not what a pause cannot do without: comparisons with Twilio, and the write that tells at once which task an invite has made. */
const COMPARISONS = ['an hour after a pause', 'the day after'];
const THIRD_WRITE: Amounts = { dynamoDbWriteUnit: 2 };

/** What a good day takes: outside calls, and what they cost. */
export async function goodPathRows(): Promise<Row[]> {
  const { template } = await deployedCode();
  const steps = await goodPaths();
  const idle = steps['a minute with nothing to do']!;
  const month = dollars(amountsOfIdleMonth(idle, stackOf(template)));
  return [
    ...ACTIONS.map(([step, aim]) => ({
      what: `outside calls: ${step}`,
      figure: callsOf(steps, step),
      aim,
    })),
    ...SHARES.map((share) => priceOf(share, steps)),
    { what: 'an idle month', figure: `$${month.toFixed(2)}`, aim: '–' },
  ];
}

function callsOf(steps: GoodPaths, step: string): string {
  const counts = countsOf((steps[step]!.functions[0]?.calls ?? []).map(kindOf));
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}${count > 1 && /^(read|write|event)$/.test(kind) ? 's' : ''}`)
    .join(', ');
}

function kindOf(call: string): string {
  const [service, operation = ''] = call.split(' ');
  if (service === 'twilio') return 'of Twilio';
  return { BatchGetItem: 'read', PutItem: 'write', PutEvents: 'event' }[operation] ?? operation;
}

function priceOf(share: number, steps: GoodPaths): Row {
  const idle = steps['a minute with nothing to do']!;
  const mixed = (less: readonly string[]) => {
    const of = (names: readonly string[]) =>
      sumOf(...names.filter((name) => !less.includes(name)).map((name) => amountsOf(steps[name]!, idle)));
    return dollars(sumOf(partOf(of(RESUMED), share), partOf(of(REASSIGNED), 1 - share)));
  };
  const ours = mixed([]);
  const least = mixed(COMPARISONS) - share * dollars(THIRD_WRITE);
  return {
    what: `a million pauses, ${share * 100} % of them resumed; beside the same without comparisons`,
    figure: `$${(ours * MILLION).toFixed(0)}, ${(ours / least).toFixed(2)} ×`,
    aim: '1.2 ×',
  };
}
