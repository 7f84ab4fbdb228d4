import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { eventBridgeBus } from '../../lambda/adapters/eventbridge';
import { dynamoHandovers } from '../../lambda/adapters/handovers';
import { dynamoHistory } from '../../lambda/adapters/history';
import { recordItem, settingsItem } from '../../lambda/adapters/items';
import { dynamoLists } from '../../lambda/adapters/lists';
import { secretCredentials } from '../../lambda/adapters/secrets';
import { stepFunctionsTimer } from '../../lambda/adapters/step-functions';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { AWS_CLIENT } from '../../lambda/runtime/aws-client';
import { once } from '../../lambda/runtime/environment';
import { NOW, sid } from '../doubles/constants';
import { record } from '../http/records';

/** A method of a port over AWS. */
export interface AwsCall {
  readonly service: string;
  readonly name: string;
  readonly call: () => Promise<unknown>;
  readonly good: unknown;
  /** Whether the port may give this. */
  readonly isAnswer: (given: unknown) => boolean;
}

const TABLE = 'records';
const KEY = marshall({ pk: sid('CH'), sk: 'record' });
const ITEMS = [recordItem(record()), settingsItem({ ...DEFAULT_SETTINGS, version: 3 }, [])].map((item) =>
  marshall(item, { removeUndefinedValues: true }),
);
const READ = { Responses: { [TABLE]: ITEMS }, UnprocessedKeys: {} };
const PAGE = { Items: ITEMS, Count: 2, ScannedCount: 2, LastEvaluatedKey: KEY };
const WRITTEN = {};
const MACHINE = 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer';
const INPUT = { v: 1, conversationSid: sid('CH'), pauseId: 'p-1', deadline: NOW } as const;
const EVENT = { type: 'ConversationPaused', at: NOW, detail: {} } as const;

const isObject = (given: unknown) => typeof given === 'object' && given !== null;
const isNothing = (given: unknown) => given === undefined;
const isBoolean = (given: unknown) => typeof given === 'boolean';

/** All methods of the ports that go to AWS, of clients as they are deployed, but for retries. */
export function awsCalls(url: () => string): AwsCall[] {
  const options = () => ({
    ...AWS_CLIENT,
    maxAttempts: 1,
    endpoint: url(),
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const timer = once(() => stepFunctionsTimer(new SFNClient(options()), MACHINE));
  const bus = once(() => eventBridgeBus(new EventBridgeClient(options()), 'events'));
  const secrets = once(() => new SecretsManagerClient(options()));
  return [
    ...tableCalls(once(() => new DynamoDBClient(options()))),
    {
      service: 'Step Functions',
      name: 'start',
      call: () => timer().start('timer-1', INPUT),
      good: { executionArn: `${MACHINE}:timer-1`, startDate: 1772442000 },
      isAnswer: isNothing,
    },
    {
      service: 'Step Functions',
      name: 'stop',
      call: () => timer().stop('timer-1'),
      good: { stopDate: 1772442000 },
      isAnswer: isNothing,
    },
    {
      service: 'EventBridge',
      name: 'publish',
      call: () => bus().publish(EVENT),
      good: { FailedEntryCount: 0, Entries: [{ EventId: 'event-1' }] },
      isAnswer: isNothing,
    },
    {
      service: 'Secrets Manager',
      name: 'credentials',
      call: () => secretCredentials(secrets(), 'twilio', sid('AC'), Date.now)(),
      good: { Name: 'twilio', SecretString: '{"authToken":"one","authTokenSecondary":"two"}' },
      isAnswer: isObject,
    },
  ];
}

function tableCalls(client: () => DynamoDBClient): AwsCall[] {
  const store = () => dynamoStore(client(), TABLE);
  const lists = () => dynamoLists(client(), TABLE);
  const history = () => dynamoHistory(client(), TABLE);
  const handovers = () => dynamoHandovers(client(), TABLE);
  const settings = { ...DEFAULT_SETTINGS, version: 1 };
  const all = { parking: 'pause', of: 'all', after: null, upTo: null } as const;
  const reads: [name: string, call: () => Promise<unknown>][] = [
    ['read', () => store().read(sid('CH'))],
    ['readSettings', () => store().readSettings()],
    ['readMany', () => lists().readMany([sid('CH')])],
  ];
  const ofOne: [name: string, call: () => Promise<unknown>][] = [
    ['readEventCursor', () => store().readEventCursor()],
    ['history.read', () => history().read(sid('CH'), 1)],
    ['handovers.read', () => handovers().read('h-1')],
  ];
  const queries: [name: string, call: () => Promise<unknown>, isAnswer: AwsCall['isAnswer']][] = [
    ['due', () => store().due('wake', NOW, 10), Array.isArray],
    ['handovers.due', () => handovers().due(NOW, 10), Array.isArray],
    ['countPausedBy', () => store().countPausedBy(sid('WK')), Number.isSafeInteger],
    ['parked', () => lists().parked(all, [], 10), isObject],
    ['soonestPauses', () => lists().soonestPauses(10), isObject],
    ['history.page', () => history().page(sid('CH'), 1, 10), isObject],
    ['history.expire', () => history().expire(sid('CH'), NOW), isNothing],
  ];
  const writes: [name: string, call: () => Promise<unknown>, isAnswer: AwsCall['isAnswer']][] = [
    ['replace', () => store().replace(1, record()), isBoolean],
    ['replaceSettings', () => store().replaceSettings(settings), isBoolean],
    ['moveEventCursor', () => store().moveEventCursor({ at: 1, failures: 0 }), isNothing],
  ];
  const service = 'DynamoDB';
  return [
    ...reads.map(([name, call]) => ({ service, name, call, good: READ, isAnswer: isObject })),
    ...ofOne.map(([name, call]) => ({
      ...{ service, name, call, good: READ },
      isAnswer: (given: unknown) => isObject(given) || isNothing(given),
    })),
    ...queries.map(([name, call, isAnswer]) => ({ service, name, call, good: PAGE, isAnswer })),
    ...writes.map(([name, call, isAnswer]) => ({ service, name, call, good: WRITTEN, isAnswer })),
  ];
}
