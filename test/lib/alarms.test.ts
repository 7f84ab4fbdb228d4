import * as sns from 'aws-cdk-lib/aws-sns';
import { METRICS, NAMESPACE } from '../../lambda/domain/metric-names';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { stackFromContext } from '../../lib/stack-from-context';
import type { Template } from '../../lib/synthesize';
import { PARTS, runbook } from './runbook';
import { appWithoutBundling, resourcesOf, templateIn, TWILIO } from './templates';

const STACK = 'flex-leave-pause-test';
const TOPIC_ARN = 'arn:aws:sns:us-east-1:123456789012:on-call';

interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly Period?: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
  readonly TreatMissingData: string;
  readonly Namespace?: string;
  readonly Metrics?: { Expression?: string; MetricStat?: { Metric: { Namespace: string } } }[];
  readonly AlarmActions?: unknown[];
  readonly OKActions?: unknown[];
}

function alarmsIn(template: Template): AlarmProperties[] {
  return resourcesOf(template, 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => Properties as unknown as AlarmProperties,
  );
}

const app = appWithoutBundling();
const stack = new LeaveAndPauseStack(app, 'Stack', { stackName: STACK, twilio: TWILIO });
const template = templateIn(app, stack);
const alarms = alarmsIn(template);
const nameOf = ({ AlarmName }: AlarmProperties) => AlarmName.replace(`${STACK}-`, '');
const titled = alarms.map((alarm) => [nameOf(alarm), alarm] as const);

describe('alarms', () => {
  it('each have an entry in the runbook, and each entry has an alarm', () => {
    const entries = runbook().map(({ alarm }) => alarm);
    expect(entries.length).toBeGreaterThan(20);
    expect([...entries].sort()).toEqual(alarms.map(nameOf).sort());
  });

  it.each(runbook().map((entry) => [entry.alarm, entry] as const))(
    'have all parts in their entry: %s',
    (_, { parts }) => {
      expect(parts.map(([title]) => title)).toEqual(PARTS);
      expect(parts.filter(([, text]) => text.length < 30)).toEqual([]);
    },
  );

  it.each(titled)('say what is the case, and where to read on: %s', (name, { AlarmDescription }) => {
    expect(AlarmDescription).toMatch(
      new RegExp(`^[A-Z].{25,}[.] What to do: docs/runbook[.]md, ${name}[.]$`),
    );
  });

  it.each(titled)('are over when nothing is told any more, but for the sweep’s own: %s', (name, alarm) => {
    expect(alarm.TreatMissingData).toBe(name === 'SweepNotRunning' ? 'breaching' : 'notBreaching');
  });

  it.each(titled)('look back a day at most, as CloudWatch lets them: %s', (_, alarm) => {
    expect((alarm.Period ?? 300) * alarm.EvaluationPeriods).toBeLessThanOrEqual(86_400);
    expect(alarm.DatapointsToAlarm).toBeLessThanOrEqual(alarm.EvaluationPeriods);
  });

  it('of DynamoDB count no data as none, or they would never be over', () => {
    const ofTable = alarms.filter(({ Metrics = [] }) =>
      Metrics.some(({ MetricStat }) => MetricStat?.Metric.Namespace === 'AWS/DynamoDB'),
    );
    expect(ofTable.map(nameOf).sort()).toEqual(['TableFails', 'TableThrottled']);
    for (const { Metrics = [] } of ofTable) {
      const [expression] = Metrics.flatMap(({ Expression }) => Expression ?? []);
      expect(expression).toBe('FILL(batchGetItem, 0) + FILL(putItem, 0) + FILL(query, 0)');
    }
    expect(alarms.filter(({ Namespace }) => Namespace === 'AWS/DynamoDB')).toEqual([]);
  });

  it('of one thing that can be tried again ring only when it has failed for a while', () => {
    const atOnce = alarms.filter(({ DatapointsToAlarm: needed }) => needed === 1).map(nameOf);
    expect(atOnce.sort()).toEqual(
      [
        ...['AcceptedButNotJoined', 'ClosedByWrapUp', 'InvitesRefused', 'TimersWithoutRecord', 'TimersFail'],
        ...['EventsGivenUp', 'DeadlinesLate', 'EffectsOwedTooLong', 'InvitesLost', 'DoubleTasks'],
      ].sort(),
    );
  });
});

describe('whoever is told', () => {
  const toldIn = (told: Template) =>
    alarmsIn(told).map(({ AlarmActions, OKActions }) => [AlarmActions, OKActions]);

  it('is nobody by default', () => {
    expect(toldIn(template)).toEqual(alarms.map(() => [undefined, undefined]));
  });

  it('is the topic, of each alarm, also when it is over', () => {
    const other = appWithoutBundling();
    const scope = new LeaveAndPauseStack(other, 'Stack', { twilio: TWILIO });
    scope.product.sendAlarmsTo(sns.Topic.fromTopicArn(scope, 'Topic', TOPIC_ARN));
    expect(toldIn(templateIn(other, scope))).toEqual(alarms.map(() => [[TOPIC_ARN], [TOPIC_ARN]]));
  });

  it('is named by the prop, or by the context', () => {
    const byContext = appWithoutBundling({ stage: 'test', alarmTopicArn: TOPIC_ARN });
    const fromContext = templateIn(byContext, stackFromContext(byContext, { test: { twilio: TWILIO } }));
    const byProp = appWithoutBundling();
    const alarmTopic = sns.Topic.fromTopicArn(
      new LeaveAndPauseStack(byProp, 'Other', { twilio: TWILIO }),
      'Topic',
      TOPIC_ARN,
    );
    const withTopic = new LeaveAndPauseStack(byProp, 'Stack', { twilio: TWILIO, alarmTopic });
    for (const told of [fromContext, templateIn(byProp, withTopic)])
      expect(toldIn(told)).toEqual(alarms.map(() => [[TOPIC_ARN], [TOPIC_ARN]]));
  });
});

describe('what the functions measure', () => {
  it('is read by a method of its own, each metric', () => {
    const { product } = stack;
    for (const name of Object.keys(METRICS)) {
      const method = (product as unknown as Record<string, (props?: object) => unknown>)[`metric${name}`];
      expect(method!.call(product, { period: undefined })).toMatchObject({
        namespace: NAMESPACE,
        metricName: name,
        dimensions: { Stack: STACK },
      });
    }
  });
});
