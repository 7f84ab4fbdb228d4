import { readFileSync } from 'node:fs';
import { EVERYONE, Harness, taskPath, WORKFLOW, WORKSPACE } from './harness';

interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
}
interface Description {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

const PRODUCTS = ['flex', 'taskrouter', 'conversations', 'events'].map((product) => {
  const file = require.resolve(`@twilio-alpha/mcp/twilio-oai/spec/json/twilio_${product}_v1.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Description;
});

const KINDS: Record<string, string> = { integer: 'number', array: 'object' };

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

/** What the body lacks or has of another type, by Twilio's own description of the answer. */
function differences(
  description: Description,
  schema: Schema | undefined,
  value: unknown,
  at = '',
): string[] {
  const resolved = schema?.$ref ? description.components.schemas[schema.$ref.split('/').pop() ?? ''] : schema;
  if (!resolved) return [`${at}: not described`];
  if (value === null && (resolved.nullable || at !== '')) return [];
  if (resolved.enum)
    return resolved.enum.includes(value) ? [] : [`${at}: ${String(value)} is not in the enum`];
  if (resolved.type && typeof value !== (KINDS[resolved.type] ?? resolved.type))
    return [`${at}: ${typeof value}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => differences(description, resolved.items, item, `${at}[${index}]`));
  }
  return Object.entries(resolved.properties ?? {}).flatMap(([name, property]) => {
    const found = (value as Record<string, unknown>)[name];
    if (found === undefined) return [`${at}.${name}: missing`];
    return differences(description, property, found, `${at}.${name}`);
  });
}

it('answers with the fields that the OpenAPI descriptions of Twilio have', async () => {
  const { channel, conversationSid, taskSid, reservationSid, workerSid } = await harness.startAccepted();
  await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello');
  const [, , , interactionSid, , channelSid] = channel.split('/');
  const webhook = await harness.post(`/v1/Conversations/${conversationSid}/Webhooks`, {
    Target: 'studio',
    'Configuration.FlowSid': `FW${'5'.repeat(32)}`,
  });
  const sink = await harness.post('/v1/Sinks', {
    Description: 'A sink',
    SinkType: 'webhook',
    SinkConfiguration: '{"destination":"https://somebody.example"}',
  });
  const subscription = await harness.post('/v1/Subscriptions', {
    Description: 'A subscription',
    SinkSid: sink.body.sid,
    Types: '{"type":"com.twilio.taskrouter.task.created","schema_version":1}',
  });
  const workspace = '/v1/Workspaces/{WorkspaceSid}';
  const sids: Record<string, string | undefined> = {
    WorkspaceSid: WORKSPACE,
    InteractionSid: interactionSid,
    ChannelSid: channelSid,
    ConversationSid: conversationSid,
    TaskSid: taskSid,
    WorkerSid: workerSid,
    ChatServiceSid: `IS${'c4a7'.padEnd(32, '0')}`,
    SubscriptionSid: subscription.body.sid,
  };
  const patterns: [pattern: string, sid?: string][] = [
    ['/v1/Interactions/{Sid}', interactionSid],
    ['/v1/Interactions/{InteractionSid}/Channels'],
    ['/v1/Interactions/{InteractionSid}/Channels/{Sid}', channelSid],
    ['/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}/Invites'],
    ['/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}/Participants'],
    [`${workspace}/Tasks/{Sid}`, taskSid],
    [`${workspace}/Tasks/{TaskSid}/Reservations`],
    [`${workspace}/Tasks/{TaskSid}/Reservations/{Sid}`, reservationSid],
    [`${workspace}/Workers`],
    [`${workspace}/Workers/{Sid}`, workerSid],
    [`${workspace}/Workers/{WorkerSid}/Channels`],
    [`${workspace}/Workers/{WorkerSid}/Channels/{Sid}`, 'web'],
    [`${workspace}/Workflows/{Sid}`, WORKFLOW],
    [`${workspace}/TaskQueues/{Sid}`, EVERYONE],
    [`${workspace}/Activities`],
    [`${workspace}/Events`],
    ['/v1/Conversations/{Sid}', conversationSid],
    ['/v1/Conversations/{ConversationSid}/Messages'],
    ['/v1/Conversations/{ConversationSid}/Participants'],
    ['/v1/Conversations/{ConversationSid}/Webhooks'],
    ['/v1/Conversations/{ConversationSid}/Webhooks/{Sid}', webhook.body.sid],
    ['/v1/Configuration'],
    ['/v1/Configuration/Webhooks'],
    ['/v1/Services/{ChatServiceSid}/Configuration/Webhooks'],
    ['/v1/Workspaces/{Sid}', WORKSPACE],
    [`${workspace}/Workflows`],
    [`${workspace}/Tasks`],
    ['/v1/Sinks'],
    ['/v1/Sinks/{Sid}', sink.body.sid],
    ['/v1/Subscriptions'],
    ['/v1/Subscriptions/{SubscriptionSid}/SubscribedEvents'],
  ];
  const found: string[] = [];
  for (const [pattern, sid] of patterns) {
    const path = pattern.replace(
      /\{(\w+)\}/g,
      (_, name: string) => (name === 'Sid' ? sid : sids[name]) ?? '',
    );
    const { body } = await harness.get(path);
    const descriptions = PRODUCTS.filter((one) => one.paths[pattern]);
    if (descriptions.length === 0) found.push(`${pattern}: not described`);
    for (const one of descriptions) {
      const schema = one.paths[pattern]?.get?.responses['200']?.content?.['application/json']?.schema;
      found.push(...differences(one, schema, body, pattern));
    }
  }
  expect(found).toEqual([]);
});

it('answers what is created with the described status', async () => {
  const { channel } = await harness.startAccepted();
  const described = PRODUCTS[0]?.paths['/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}/Invites'];
  const { status } = await harness.invite(channel);
  expect(Object.keys(described?.post?.responses ?? {})).toContain(String(status));
  expect((await harness.get(taskPath('WT0'))).status).toBe(404);
});
