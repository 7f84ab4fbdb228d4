import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { EVENT_TYPES, type EventType } from '../lambda/domain/history-entry';
import { once } from '../lambda/runtime/environment';

type Schema = Readonly<Record<string, unknown>>;

const DESCRIPTION_FILE = join(__dirname, '../docs/openapi.yaml');
const COMPONENTS = '#/components/schemas/';
const DEFINITIONS = '#/$defs/';

const THERE: Schema = { type: 'object' };
const AGAIN = {
  channelState: { const: 'active' },
  pause: { type: 'null' },
  leave: { type: 'null' },
};
const ON_ITS_WAY = { ...AGAIN, task: THERE };
const PAUSED = { pause: THERE };

/** What each event says, and what is so in its detail beyond what is so in every one. */
const OF_CONVERSATIONS: Readonly<
  Record<
    Exclude<EventType, 'SettingsChanged'>,
    { readonly says: string; readonly so: Readonly<Record<string, Schema>>; readonly isRouted?: true }
  >
> = {
  ConversationPaused: { says: 'An agent has paused it; the wrap-up may still go on.', so: PAUSED },
  ConversationLeft: {
    says: 'An agent has left it: it waits for the customer. The wrap-up may still go on.',
    so: { channelState: { const: 'inactive' }, leave: THERE },
  },
  ConversationResumed: {
    says: 'A pause is over, by Resume or by a reply where the settings say so: a task for the agent who paused is on its way.',
    so: ON_ITS_WAY,
  },
  ConversationReassigned: {
    says: 'A pause or leave is over, by the deadline, a supervisor, or a reply that goes to the queue: a task for the next available agent, or a named one, is on its way.',
    so: ON_ITS_WAY,
    isRouted: true,
  },
  ConversationReactivated: {
    says: 'The customer has written to a left conversation. With custom routing this is the moment to bring a task for it.',
    so: AGAIN,
    isRouted: true,
  },
  ConversationEnded: {
    says: 'It is closed, in whatever way; once.',
    so: { channelState: { const: 'closed' } },
  },
  PauseMarkReached: {
    says: 'The deadline is 24 hours or 1 hour ahead, where that moment came after the pause began. Where both have passed unseen, only the nearer is told.',
    so: { pause: { ...THERE, properties: { mark: { enum: ['within-24-hours', 'within-1-hour'] } } } },
  },
  PauseChanged: { says: 'A pause has another deadline, note or agent.', so: PAUSED },
  CustomerReplied: {
    says: 'The customer has written to a paused conversation. Where the reply brings it back, that is told as well.',
    so: { customerRepliedAt: { type: 'string' } },
  },
  InviteLost: {
    says: 'A task that was to bring it to an agent is over without one; the next one follows.',
    so: { task: THERE },
    isRouted: true,
  },
  AcceptedButNotJoined: {
    says: 'The server has accepted a task for an agent whom the channel does not have.',
    so: {},
  },
  ClosedByWrapUp: { says: 'Twilio has closed it with the wrap-up, which it should outlive.', so: {} },
};

/** The API's schemas by their names. */
const described = once(() => {
  const { components } = parse(readFileSync(DESCRIPTION_FILE, 'utf8')) as { components: { schemas: Schema } };
  return components.schemas;
});

/** The JSON Schema of each detail type, by its name: made of the descriptions in docs/openapi.yaml. */
export function eventSchemas(): Readonly<Record<EventType, Schema>> {
  return Object.fromEntries(EVENT_TYPES.map((type) => [type, schemaOf(type)])) as Record<EventType, Schema>;
}

function schemaOf(type: EventType): Schema {
  const settings = { settings: { $ref: `${COMPONENTS}Settings` } };
  return type === 'SettingsChanged'
    ? whole(type, 'An administrator has changed the settings.', settings, {})
    : ofConversation(type);
}

function ofConversation(type: Exclude<EventType, 'SettingsChanged'>): Schema {
  const { says, so, isRouted } = OF_CONVERSATIONS[type];
  const routing: Readonly<Record<string, Schema>> = isRouted
    ? { routing: { $ref: `${COMPONENTS}InviteRouting` } }
    : {};
  return whole(type, says, routing, {
    allOf: [{ $ref: `${COMPONENTS}ConversationFields` }, { properties: so }],
  });
}

function whole(
  type: EventType,
  says: string,
  fields: Readonly<Record<string, Schema>>,
  more: Schema,
): Schema {
  const properties = {
    eventId: {
      type: 'string',
      minLength: 1,
      description: 'Stays the same when an event comes more than once.',
    },
    at: { $ref: `${COMPONENTS}Time`, description: 'When it happened.' },
    by: { $ref: `${COMPONENTS}Cause` },
    ...fields,
  };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type,
    description: `${says} Detail of the event with source flex.leave-pause and this detail type.`,
    type: 'object',
    ...more,
    properties,
    required: Object.keys(properties),
    unevaluatedProperties: false,
  };
  return { ...redirected(schema), $defs: definitionsFor(schema) };
}

/** All that a schema refers to, directly or not. */
function definitionsFor(schema: Schema): Readonly<Record<string, unknown>> {
  const schemas = described();
  const found = new Map<string, unknown>();
  const collect = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (found.has(name)) continue;
      found.set(name, schemas[name]);
      collect(schemas[name]);
    }
  };
  collect(schema);
  return Object.fromEntries([...found].sort().map(([name, each]) => [name, redirected(each as Schema)]));
}

function redirected(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll(COMPONENTS, DEFINITIONS)) as Schema;
}
