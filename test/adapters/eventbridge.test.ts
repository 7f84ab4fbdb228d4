import { EventBridgeClient, InternalException, type PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventBridgeBus } from '../../lambda/adapters/eventbridge';
import { EventBridge } from '../../local/event-bridge';
import { serve, type Served } from '../../local/http-server';
import { LocalState } from '../../local/state';
import { NOW, sid } from '../doubles/constants';

const EVENT = {
  type: 'ConversationPaused',
  at: NOW,
  detail: { conversationSid: sid('CH'), eventId: 'event-1' },
} as const;

describe('over a client that answers as told', () => {
  function busWith(answer: object) {
    const sent: unknown[] = [];
    const send = async (command: PutEventsCommand) => {
      sent.push(command.input);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { sent, bus: eventBridgeBus({ send } as unknown as EventBridgeClient, 'events') };
  }
  const taken = { FailedEntryCount: 0, Entries: [{ EventId: 'their-id' }] };

  it('puts one event, with its own moment', async () => {
    const { sent, bus } = busWith(taken);
    await bus.publish(EVENT);
    expect(sent).toEqual([
      {
        Entries: [
          {
            EventBusName: 'events',
            Source: 'flex.leave-pause',
            DetailType: 'ConversationPaused',
            Time: new Date(NOW),
            Detail: JSON.stringify(EVENT.detail),
          },
        ],
      },
    ]);
  });

  it.each([
    ['says that it failed', { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] }],
    ['says so only in its count', { FailedEntryCount: 1, Entries: [{ EventId: 'their-id' }] }],
    ['says so only in its entry', { FailedEntryCount: 0, Entries: [{ ErrorCode: 'InternalFailure' }] }],
    ['tells of no entry', { FailedEntryCount: 0, Entries: [] }],
    ['is empty', {}],
  ])('takes an answer of 200 that %s for a failure', async (_what, answer) => {
    await expect(busWith(answer).bus.publish(EVENT)).rejects.toMatchObject({ name: 'EventNotTaken' });
  });

  it('tells the code of the failure', async () => {
    const answer = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] };
    await expect(busWith(answer).bus.publish(EVENT)).rejects.toMatchObject({ code: 'ThrottlingException' });
  });

  it.each([new InternalException({ message: 'no', $metadata: {} }), new Error('socket hang up')])(
    'throws $name',
    async (error) => {
      await expect(busWith(error).bus.publish(EVENT)).rejects.toBe(error);
    },
  );
});

describe('over an EventBridge endpoint', () => {
  let server: Served;
  let client: EventBridgeClient;
  let service: EventBridge;

  beforeEach(async () => {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    const state = await LocalState.open();
    service = new EventBridge({ buses: ['events'], clock: { now: () => new Date(0) }, state });
    server = await serve(service.listener);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new EventBridgeClient({ endpoint: server.url, region: 'us-east-1', credentials });
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  it('puts it as rules on the bus match it', async () => {
    await eventBridgeBus(client, 'events').publish(EVENT);
    expect(service.events()).toEqual([
      {
        id: expect.any(String) as string,
        source: 'flex.leave-pause',
        'detail-type': 'ConversationPaused',
        time: NOW,
        detail: EVENT.detail,
      },
    ]);
  });
});
