import { readFileSync, statSync } from 'node:fs';
import {
  ACCOUNT_WEBHOOKS,
  AtStandIn,
  DEPLOYMENT,
  OTHERS,
  SERVICE_WEBHOOKS,
  WORKSPACE_PATH,
} from '../at-stand-in';

const CALLBACK = `${DEPLOYMENT.taskRouterWebhookUrl}#rc=3&rp=5xx,ct,rt`;
const EVENTS = ['onMessageAdded', 'onConversationStateUpdated', 'onConversationRemoved'];

let at: AtStandIn;
beforeEach(async () => (at = await AtStandIn.open()));
afterEach(() => at.close());

describe('connect', () => {
  it('shows what it would do, field by field, and does nothing without --yes', async () => {
    const { code, said } = await at.connect();
    expect(code).toBe(0);
    expect(said).toContain(
      `${WORKSPACE_PATH} EventCallbackUrl\n  is       (not set)\n  will be  ${CALLBACK}`,
    );
    expect(said).toContain(
      `${SERVICE_WEBHOOKS} Filters\n  is       (not set)\n  will be  ${EVENTS.join(', ')}`,
    );
    expect(said).toMatch(/Nothing is changed yet. With --yes it is.$/);
    expect(at.writes).toEqual([]);
    expect(at.journal.read()).toEqual([]);
  });

  it('sets what is missing, and finds nothing to do the next time', async () => {
    expect((await at.connect({ yes: true })).code).toBe(0);
    const workspace = await at.workspace();
    expect(workspace.event_callback_url).toBe(CALLBACK);
    expect(String(workspace.events_filter).split(',')).toEqual(
      expect.arrayContaining(['reservation.accepted', 'task.completed', 'worker.deleted']),
    );
    expect(await at.read(SERVICE_WEBHOOKS)).toMatchObject({
      post_webhook_url: DEPLOYMENT.conversationsWebhookUrl,
      pre_webhook_url: null,
      filters: EVENTS,
      method: 'POST',
    });
    at.writes.splice(0);
    expect((await at.connect({ yes: true })).said).toBe(
      'Twilio is connected with flex-leave-pause-test: there is nothing to do.',
    );
    expect(at.writes).toEqual([]);
  });

  it('lets webhooks come', async () => {
    await at.connect({ yes: true });
    const { conversationSid } = await at.harness.startAccepted();
    await at.harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
    await at.harness.settled();
    expect(at.harness.webhooks.types()).toEqual(['reservation.created', 'reservation.accepted']);
    expect(at.harness.webhooks.types('/webhooks/conversations')).toEqual(['onMessageAdded']);
  });

  it('sets only what differs', async () => {
    await at.connect({ yes: true });
    await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: DEPLOYMENT.taskRouterWebhookUrl });
    at.writes.splice(0);
    const { said } = await at.connect({ yes: true });
    expect(said).toContain('EventCallbackUrl');
    expect(said).not.toContain('EventsFilter');
    expect(at.writes).toEqual([`POST ${WORKSPACE_PATH}`]);
    expect((await at.workspace()).event_callback_url).toBe(CALLBACK);
  });

  it('adds to filters, and leaves all events where all come', async () => {
    await at.harness.post(SERVICE_WEBHOOKS, {
      PostWebhookUrl: DEPLOYMENT.conversationsWebhookUrl,
      Filters: 'onConversationAdded',
    });
    await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: CALLBACK, EventsFilter: 'worker.created' });
    await at.connect({ yes: true });
    expect((await at.read(SERVICE_WEBHOOKS)).filters).toEqual(['onConversationAdded', ...EVENTS]);
    expect((await at.workspace()).events_filter).toMatch(/^worker.created,/);
    await at.harness.post(WORKSPACE_PATH, { EventsFilter: '' });
    expect((await at.connect({ yes: true })).said).toContain('nothing to do');
    expect((await at.workspace()).events_filter).toBeNull();
  });

  it('sets the account where the account is in force, and the service where that is', async () => {
    await at.harness.post(ACCOUNT_WEBHOOKS, {
      PreWebhookUrl: OTHERS,
      Filters: 'onMessageAdd',
      Target: 'flex',
    });
    await at.connect({ yes: true });
    expect(await at.read(ACCOUNT_WEBHOOKS)).toMatchObject({
      post_webhook_url: DEPLOYMENT.conversationsWebhookUrl,
      pre_webhook_url: OTHERS,
      filters: ['onMessageAdd', ...EVENTS],
      target: 'flex',
    });
    expect((await at.read(SERVICE_WEBHOOKS)).post_webhook_url).toBeNull();
    await at.harness.post(SERVICE_WEBHOOKS, { PreWebhookUrl: OTHERS });
    await at.connect({ yes: true });
    expect(await at.read(SERVICE_WEBHOOKS)).toMatchObject({
      post_webhook_url: DEPLOYMENT.conversationsWebhookUrl,
      pre_webhook_url: OTHERS,
    });
  });
});

describe("somebody else's address", () => {
  beforeEach(async () => {
    await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: OTHERS, EventsFilter: 'task.created' });
    await at.harness.post(SERVICE_WEBHOOKS, { PostWebhookUrl: OTHERS, Filters: 'onMessageAdded' });
  });

  it('stays, and nothing else is changed either; neither password nor key is shown', async () => {
    const { code, said } = await at.connect({ yes: true });
    expect(code).toBe(1);
    expect(said).toContain('https://…@somebody.example/hook?…');
    expect(said).toContain('--event-streams');
    expect(said).not.toMatch(/pass-word|the-key/);
    expect(at.writes).toEqual([]);
  });

  it('gives way with --replace, and comes back with --undo', async () => {
    const before = [await at.workspace(), await at.read(SERVICE_WEBHOOKS)];
    expect((await at.connect({ yes: true, replace: true })).code).toBe(0);
    expect((await at.workspace()).event_callback_url).toBe(CALLBACK);
    expect((await at.connect({ undo: true, yes: true })).code).toBe(0);
    expect([await at.workspace(), await at.read(SERVICE_WEBHOOKS)]).toEqual(before);
  });

  it('stays with --event-streams, and the same events come by streams', async () => {
    const { said } = await at.connect({ eventStreams: true });
    expect(said).toContain(`Event Streams to ${DEPLOYMENT.taskRouterWebhookUrl}`);
    expect((await at.connect({ eventStreams: true, yes: true })).code).toBe(0);
    expect((await at.workspace()).event_callback_url).toBe(OTHERS);
    const { conversationSid } = await at.harness.startAccepted();
    await at.harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
    await at.harness.settled();
    const types = at.harness.webhooks.received.map(
      ({ body }) => (JSON.parse(body) as { type: string }[])[0]?.type,
    );
    expect(types.sort()).toEqual([
      'com.twilio.conversations.message.added',
      'com.twilio.taskrouter.reservation.accepted',
      'com.twilio.taskrouter.reservation.created',
    ]);
    at.writes.splice(0);
    expect((await at.connect({ eventStreams: true, yes: true })).said).toContain('nothing to do');
    expect(at.writes).toEqual([]);
  });

  it('by a stream that lacks some types gets these, and undo takes away only what was added', async () => {
    await at.connect({ eventStreams: true, yes: true });
    at.journal.write([]);
    const [{ sid }] = (await at.harness.list('/v1/Subscriptions', 'subscriptions')) as [{ sid: string }];
    const events = `/v1/Subscriptions/${sid}/SubscribedEvents`;
    const [{ type }] = (await at.harness.list(events, 'types')) as unknown as [{ type: string }];
    const typesNow = async () => (await at.harness.list(events, 'types')).map((each) => each.type);
    const all = await typesNow();
    await at.harness.send('DELETE', `${events}/${type}`);
    await at.connect({ eventStreams: true, yes: true });
    expect((await typesNow()).sort()).toEqual(all.sort());
    await at.connect({ undo: true, yes: true });
    expect(await typesNow()).not.toContain(type);
  });
});

it('leaves the method alone where a webhook before something happens comes by GET', async () => {
  await at.harness.post(SERVICE_WEBHOOKS, { PreWebhookUrl: OTHERS, Method: 'GET' });
  const { code, said } = await at.connect({ yes: true, replace: true });
  expect(code).toBe(1);
  expect(said).toContain(`${SERVICE_WEBHOOKS} Method\n  is       GET`);
  expect((await at.read(SERVICE_WEBHOOKS)).method).toBe('GET');
  expect((await at.connect({ yes: true, eventStreams: true })).code).toBe(0);
});

describe('undo', () => {
  it('shows what it would do, and does it with --yes', async () => {
    const before = [await at.workspace(), await at.read(SERVICE_WEBHOOKS)];
    await at.connect({ yes: true });
    at.writes.splice(0);
    const { said } = await at.connect({ undo: true });
    expect(said).toContain(`is       ${CALLBACK}\n  will be  (not set)`);
    expect(at.writes).toEqual([]);
    expect((await at.connect({ undo: true, yes: true })).said).toMatch(/Undone.$/);
    expect([await at.workspace(), await at.read(SERVICE_WEBHOOKS)]).toEqual(before);
    expect((await at.connect({ undo: true, yes: true })).said).toContain('nothing to undo');
  });

  it('removes streams that were made', async () => {
    await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: OTHERS });
    await at.connect({ eventStreams: true, yes: true });
    expect(await at.harness.list('/v1/Sinks', 'sinks')).toHaveLength(1);
    await at.connect({ undo: true, yes: true });
    expect(await at.harness.list('/v1/Sinks', 'sinks')).toEqual([]);
    expect(await at.harness.list('/v1/Subscriptions', 'subscriptions')).toEqual([]);
  });

  it('leaves what somebody has set since, and of a list takes only what was added', async () => {
    await at.connect({ yes: true });
    await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: OTHERS });
    await at.harness.send(
      'POST',
      SERVICE_WEBHOOKS,
      new URLSearchParams(
        [...EVENTS, 'onConversationAdded'].map((name): [string, string] => ['Filters', name]),
      ),
    );
    const { said } = await at.connect({ undo: true, yes: true });
    expect(said).toContain('stays, because somebody else has set it');
    expect((await at.workspace()).event_callback_url).toBe(OTHERS);
    expect((await at.read(SERVICE_WEBHOOKS)).filters).toEqual(['onConversationAdded']);
  });

  it('goes by a file that only its owner reads, in which no credentials of ours are', async () => {
    await at.connect({ yes: true });
    expect(statSync(at.journal.file).mode & 0o777).toBe(0o600);
    expect(readFileSync(at.journal.file, 'utf8')).not.toContain('test-auth-token');
  });
});
