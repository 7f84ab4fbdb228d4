import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { version } from '../../package.json';
import { FUNCTION_NAMES, type FunctionName } from '../../lib/function-names';
import { functionNameOf, type Template } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { onlyOf, resourcesOf, templateOf, TWILIO } from './templates';

const TABLE = { TABLE_NAME: 'arn:aws:dynamodb:region:account:table/records' };
const TIMER = { STATE_MACHINE_ARN: 'arn:aws:states:region:account:stateMachine:timer' };
/** Whose Twilio, and under which name what is measured stands in CloudWatch. */
const NAMES = {
  METRICS_STACK: 'Stack',
  TWILIO_SECRET_NAME: 'flex-leave-pause/twilio',
  TWILIO_ACCOUNT_SID: TWILIO.accountSid,
  TWILIO_WORKSPACE_SID: TWILIO.workspaceSid,
  TWILIO_WORKFLOW_SID: TWILIO.workflowSid,
};
const BUS = { EVENT_BUS_NAME: 'arn:aws:events:region:account:event-bus/events' };
const CHANGE = { ...TABLE, ...BUS, ...TIMER, ...NAMES };
const WEBHOOK = { ...CHANGE, PUBLIC_URL: 'https://api.example' };

const EXPECTED: Record<FunctionName, { seconds: number; environment: Record<string, string> }> = {
  pause: { seconds: 25, environment: CHANGE },
  leave: { seconds: 25, environment: CHANGE },
  resume: { seconds: 25, environment: CHANGE },
  'reassign-conversation': { seconds: 25, environment: CHANGE },
  complete: { seconds: 25, environment: CHANGE },
  end: { seconds: 25, environment: CHANGE },
  'change-pause': { seconds: 25, environment: CHANGE },
  'service-invite': { seconds: 25, environment: CHANGE },
  'get-conversation': { seconds: 25, environment: { ...TABLE, ...NAMES } },
  'get-history': { seconds: 25, environment: { ...TABLE, ...NAMES } },
  'list-paused': { seconds: 25, environment: { ...TABLE, ...NAMES } },
  'list-left': { seconds: 25, environment: { ...TABLE, ...NAMES } },
  'summarize-paused': { seconds: 25, environment: { ...TABLE, ...NAMES } },
  'list-agents': { seconds: 25, environment: NAMES },
  handover: { seconds: 25, environment: CHANGE },
  'get-settings': { seconds: 25, environment: { ...TABLE, ...NAMES } },
  'put-settings': { seconds: 25, environment: { ...TABLE, ...BUS, ...NAMES } },
  health: { seconds: 3, environment: { PRODUCT_VERSION: version } },
  'not-found': { seconds: 3, environment: {} },
  'taskrouter-webhook': { seconds: 15, environment: WEBHOOK },
  'conversations-webhook': { seconds: 6, environment: WEBHOOK },
  reassign: { seconds: 60, environment: { ...TABLE, ...BUS, ...NAMES } },
  sweep: { seconds: 55, environment: CHANGE },
};

function functionsOf(template: Template) {
  return new Map(
    resourcesOf(template, 'AWS::Lambda::Function').map(([id, resource]) => [
      functionNameOf(template, id),
      resource.Properties,
    ]),
  );
}

describe('functions', () => {
  const template = templateOf();
  const functions = functionsOf(template);

  it('are one for each name', () => {
    expect([...functions.keys()].sort()).toEqual([...FUNCTION_NAMES].sort());
  });

  it.each(FUNCTION_NAMES)('%s has its time and exactly the variables it needs', (name) => {
    const properties = functions.get(name);
    const { Variables = {} } = (properties?.['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
    const environment = Object.fromEntries(
      Object.entries(Variables).map(([key, value]) => [key, writtenOut(template, value)]),
    );
    expect({ seconds: properties?.['Timeout'], environment }).toEqual(EXPECTED[name]);
  });

  it.each(FUNCTION_NAMES)('%s runs on arm64 and Node 24, and is not traced', (name) => {
    expect(functions.get(name)).toMatchObject({
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 512,
      Runtime: 'nodejs24.x',
    });
    expect(functions.get(name)?.['TracingConfig']).toBeUndefined();
  });
});

it('are traced, as the timers are, where it is asked for', () => {
  const traced = templateOf({ tracing: true });
  for (const [, properties] of functionsOf(traced))
    expect(properties).toMatchObject({ TracingConfig: { Mode: 'Active' } });
  const machine = onlyOf(traced, 'AWS::StepFunctions::StateMachine').Properties;
  expect(machine).toMatchObject({ TracingConfiguration: { Enabled: true } });
});

describe('logs', () => {
  /** The log group of each function, with what becomes of it. */
  function logsOf(template: Template) {
    return FUNCTION_NAMES.map((name) => {
      const config = functionsOf(template).get(name)?.['LoggingConfig'] as { LogGroup: { Ref: string } };
      const group = template.Resources[config.LogGroup.Ref];
      return { name, days: group?.Properties['RetentionInDays'], deletion: group?.DeletionPolicy };
    });
  }

  it('of every function are kept for a month, and stay when the stack goes, by default', () => {
    expect(logsOf(templateOf())).toEqual(
      FUNCTION_NAMES.map((name) => ({ name, days: 30, deletion: 'Retain' })),
    );
  });

  it('of every function are kept as long as asked', () => {
    const props = { logRetention: RetentionDays.ONE_WEEK, removalPolicy: RemovalPolicy.DESTROY };
    expect(logsOf(templateOf(props))).toEqual(
      FUNCTION_NAMES.map((name) => ({ name, days: 7, deletion: 'Delete' })),
    );
  });

  it('are not shared, and the API has its own', () => {
    expect(resourcesOf(templateOf(), 'AWS::Logs::LogGroup')).toHaveLength(FUNCTION_NAMES.length + 1);
  });
});

describe('runs at once', () => {
  const reservedIn = (template: Template) =>
    resourcesOf(template, 'AWS::Lambda::Function')
      .filter(([, { Properties }]) => 'ReservedConcurrentExecutions' in Properties)
      .map(([id, { Properties }]) => [
        functionNameOf(template, id),
        Properties['ReservedConcurrentExecutions'],
      ]);

  it('are reserved for no function by default, as a new account has none to spare', () => {
    expect(reservedIn(templateOf())).toEqual([]);
  });

  it('are reserved for reassign where it is paced, and for nothing else', () => {
    expect(reservedIn(templateOf({ reassignConcurrency: 5 }))).toEqual([['reassign', 5]]);
  });
});
