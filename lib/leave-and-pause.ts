import { resolve } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { version } from '../package.json';
import { Alarms, type AlarmName } from './alarms';
import { Dashboard } from './dashboard';
import { DeskSite } from './desk-site';
import { EventBus } from './event-bus';
import { FUNCTION_NAMES, type FunctionName } from './function-names';
import { Functions } from './functions';
import type { LeaveAndPauseProps } from './leave-and-pause-props';
import { MeasuredConstruct } from './measured-construct';
import { PauseTimer } from './pause-timer';
import { RecordsTable } from './records-table';
import { SavedQueries } from './saved-queries';
import { SweepSchedule } from './sweep-schedule';
import { TwilioCredentials } from './twilio-credentials';
import { validateProps } from './validate-props';
import { WebhookAndApi } from './webhook-and-api';

const ENTRY_DIR = resolve(__dirname, '../lambda');

/** Functions that change a conversation's record and carry out what it owes. */
const CHANGE_CONVERSATIONS: readonly FunctionName[] = [
  'pause',
  'leave',
  'resume',
  'reassign-conversation',
  'complete',
  'end',
  'change-pause',
  'service-invite',
  'handover',
  'taskrouter-webhook',
  'conversations-webhook',
  'sweep',
];

/** These call neither Twilio nor AWS, so there is nothing to measure. */
const UNMEASURED: readonly FunctionName[] = ['health', 'not-found'];

/** Leave and Pause for one Flex account: records, timers, API and webhooks, sweep; and what watches them. */
export class LeaveAndPause extends MeasuredConstruct {
  /** The stack's own, or the restored one that is used in its place. */
  readonly table: dynamodb.ITable;
  readonly api: apigw.HttpApi;
  /** What DNS has to point at; undefined without a domain of your own. */
  readonly domain?: apigw.DomainName;
  readonly stateMachine: sfn.StateMachine;
  /** Add rules to it: source `flex.leave-pause`, detail types and details as in docs/events. */
  readonly bus: events.EventBus;
  readonly functions: Readonly<Record<FunctionName, lambda.Function>>;
  /** By the names that they have in docs/runbook.md. */
  readonly alarms: Readonly<Record<AlarmName, cloudwatch.Alarm>>;
  /** The base of all routes, without a slash at its end: what Twilio's webhooks are signed against. */
  readonly publicUrl: string;
  /** Name of the secret with Twilio's credentials. */
  readonly secretName: string;
  /** Where the desk is, without a slash at its end; undefined where it is not deployed. */
  readonly deskUrl?: string;
  private readonly http: WebhookAndApi;
  private readonly watching: Alarms;
  private readonly records: RecordsTable;

  /** @throws ConfigurationError with a sentence for each wrong prop */
  constructor(scope: Construct, id: string, props: LeaveAndPauseProps) {
    super(scope, id);
    validateProps(props, { region: Stack.of(this).region });
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
    const logRetention = props.logRetention ?? RetentionDays.ONE_MONTH;

    const { encryptionKey, withoutIndexes, restoredTable, reassignConcurrency, tracing = false } = props;
    const logged = { logRetention, removalPolicy };
    const shared = { entryDir: ENTRY_DIR, ...logged, reassignConcurrency, tracing };
    const functions = new Functions(this, 'Fn', shared).byName;
    const kept = { removalPolicy, encryptionKey, withoutIndexes, restoredTable };
    const records = new RecordsTable(this, 'Records', kept);
    this.records = records;
    const timer = new PauseTimer(this, 'Timer', { reassign: functions.reassign, tracing });
    const bus = new EventBus(this, 'Events', { encryptionKey });
    const twilio = new TwilioCredentials(this, 'Twilio', props.twilio);
    const { corsOrigins = [], desk, domain, throttle } = props;
    this.http = new WebhookAndApi(this, 'Http', { functions, corsOrigins, domain, throttle, ...logged });
    const { api, endpoint } = this.http;
    new SweepSchedule(this, 'Schedule', { sweep: functions.sweep });

    this.table = records.table;
    this.api = api;
    this.domain = this.http.domain;
    this.stateMachine = timer.stateMachine;
    this.bus = bus.bus;
    this.functions = functions;
    this.publicUrl = props.publicUrl ?? endpoint;
    this.secretName = twilio.secretName;
    if (desk) {
      const site = { ...desk, apiUrl: endpoint, pluginOrigins: corsOrigins, logRetention };
      this.deskUrl = new DeskSite(this, 'Desk', site).url;
    }

    for (const name of CHANGE_CONVERSATIONS) {
      records.grantChange(functions[name]);
      timer.grantStartAndStop(functions[name]);
      twilio.grantRead(functions[name]);
    }
    for (const name of [...CHANGE_CONVERSATIONS, 'reassign'] as const) {
      records.grantHistory(functions[name]);
      bus.grantPublish(functions[name]);
    }
    bus.grantPublish(functions['put-settings']);
    records.grantQuery(functions.pause, 'pausedBy');
    records.grantQuery(functions.handover, 'pausedBy');
    records.grantQuery(functions['taskrouter-webhook'], 'pausedBy');
    records.grantQuery(functions.sweep, 'wake', 'compare', 'pausedBy');
    for (const fn of [functions.reassign, functions['put-settings']]) {
      records.grantChange(fn);
      twilio.grantRead(fn);
    }
    const lists = [functions['list-paused'], functions['list-left']];
    for (const fn of lists) records.grantQuery(fn, 'pausedBy', 'parked', 'parkedInQueue');
    records.grantQuery(functions['summarize-paused'], 'parked');
    records.grantHistory(functions['get-history']);
    const one = [functions['get-conversation'], functions['get-history']];
    for (const fn of [...one, functions['get-settings'], functions['summarize-paused'], ...lists]) {
      records.grantRead(fn);
      twilio.grantRead(fn);
    }
    twilio.grantRead(functions['list-agents']);
    for (const fn of [functions['taskrouter-webhook'], functions['conversations-webhook']]) {
      fn.addEnvironment('PUBLIC_URL', this.publicUrl);
    }
    functions.health.addEnvironment('PRODUCT_VERSION', version);

    for (const fn of without(functions, UNMEASURED)) {
      fn.addEnvironment('METRICS_STACK', Stack.of(this).stackName);
    }
    const watched = { measured: this, functions, table: this.table, api, stateMachine: this.stateMachine };
    this.watching = new Alarms(this, 'Alarms', watched);
    this.alarms = this.watching.byName;
    new Dashboard(this, 'Watch', watched, this.watching);
    new SavedQueries(this, 'Queries', Object.values(functions));
    if (props.alarmTopic) this.sendAlarmsTo(props.alarmTopic);
  }

  /** Tells the topic when an alarm rings, and when it is over. */
  sendAlarmsTo(topic: sns.ITopic): void {
    this.watching.sendTo(topic);
  }

  /** Lets custom logic of yours call the API's routes under `/service/`, with requests that it signs. */
  grantService(grantee: iam.IGrantable): iam.Grant {
    return this.http.grantService(grantee);
  }

  /** Lets an export or an analysis of yours read the records and histories. What is in them: docs/security.md. */
  grantReadRecords(grantee: iam.IGrantable): iam.Grant {
    return this.records.grantReadAll(grantee);
  }
}

function without(
  functions: Readonly<Record<FunctionName, lambda.Function>>,
  names: readonly FunctionName[],
): lambda.Function[] {
  return FUNCTION_NAMES.filter((name) => !names.includes(name)).map((name) => functions[name]);
}
