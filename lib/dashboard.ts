import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  type Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Alarms } from './alarms';
import type { FunctionName } from './function-names';
import type { WatchedProduct } from './watched-product';

/** The whole width is 24. */
const A_THIRD = 8;
/** Those that nobody waits for in front of a page. */
const IN_THE_BACKGROUND: readonly FunctionName[] = [
  'taskrouter-webhook',
  'conversations-webhook',
  'reassign',
  'sweep',
];

/** All that whoever is on call looks at first, on one page: alarms, then conversations, Twilio, the API, and AWS below them. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, product: WatchedProduct, alarms: Alarms) {
    super(scope, id);
    new CloudWatchDashboard(this, 'Dashboard', {
      defaultInterval: Duration.hours(12),
      widgets: [
        [
          new AlarmStatusWidget({
            title: 'Alarms',
            width: 24,
            height: 4,
            alarms: Object.values(alarms.byName),
          }),
        ],
        conversations(product),
        findings(product),
        connections(product),
        functions(product),
      ],
    });
  }
}

function conversations({ measured, stateMachine }: WatchedProduct): IWidget[] {
  return [
    graph('Deadlines: seconds late', [
      measured.metricDeadlineLateness({ label: 'most' }),
      measured.metricDeadlineLateness({ statistic: 'p50', label: 'half of them' }),
      measured.metricDeadlineLateness({ statistic: 'SampleCount', label: 'deadlines taken' }),
    ]),
    graph('Timers', [
      stateMachine.metricStarted(),
      stateMachine.metricAborted(),
      stateMachine.metricFailed(),
    ]),
    graph('Effects owed, and seconds for which the oldest is', [
      measured.metricEffectsOwed(),
      measured.metricOldestEffectAge(),
    ]),
  ];
}

function findings({ measured }: WatchedProduct): IWidget[] {
  return [
    graph('What should not be', [
      measured.metricInvitesLost(),
      measured.metricInvitesRefused(),
      measured.metricDoubleTasks(),
      measured.metricAcceptedButNotJoined(),
      measured.metricClosedByWrapUp(),
    ]),
    graph('Sweep: milliseconds', [measured.metricSweepDuration()]),
    graph('Sweep: comparisons with Twilio, records that failed', [
      measured.metricComparisonsMade(),
      measured.metricRecordsFailed(),
      measured.metricEventsGivenUp(),
    ]),
  ];
}

function connections({ measured, api }: WatchedProduct): IWidget[] {
  return [
    graph('Twilio: calls that failed', [
      measured.metricTwilioErrors(),
      measured.metricTwilioTooManyRequests(),
    ]),
    graph('Webhooks that were not taken', [
      measured.metricSignatureFailures(),
      measured.metricWebhooksNotTaken(),
    ]),
    graph('API', [
      api.metricCount({ statistic: 'Sum', label: 'requests' }),
      api.metricClientError({ statistic: 'Sum', label: '4xx' }),
      api.metricServerError({ statistic: 'Sum', label: '5xx' }),
      api.metricLatency({ statistic: 'p99', label: 'milliseconds, p99' }),
    ]),
  ];
}

function functions({ functions: byName, table }: WatchedProduct): IWidget[] {
  const of = (metric: (name: FunctionName) => Metric) => IN_THE_BACKGROUND.map(metric);
  return [
    graph(
      'Functions: errors',
      of((name) => byName[name].metricErrors({ label: name })),
    ),
    graph(
      'Functions: milliseconds, p99',
      of((name) => byName[name].metricDuration({ statistic: 'p99', label: name })),
    ),
    graph('Table: units consumed', [
      table.metricConsumedReadCapacityUnits({ statistic: 'Sum' }),
      table.metricConsumedWriteCapacityUnits({ statistic: 'Sum' }),
    ]),
  ];
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: A_THIRD, leftYAxis: { min: 0 } });
}
