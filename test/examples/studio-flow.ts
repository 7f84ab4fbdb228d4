/** Flow definitions, as far as the example needs them. Source: Twilio docs, Studio, Flow Definition, and its JSON schemas. */
interface Transition {
  readonly event: string;
  readonly next?: string;
}
export interface Flow {
  readonly description: string;
  readonly states: readonly {
    readonly name: string;
    readonly type: string;
    readonly transitions: readonly Transition[];
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
  readonly initial_state: string;
  readonly flags: { readonly allow_concurrent_calls: boolean };
}

type Widget = Flow['states'][number];

const EVENTS: Readonly<Record<string, readonly string[] | undefined>> = {
  trigger: [
    'incomingMessage',
    'incomingCall',
    'incomingConversationMessage',
    'incomingRequest',
    'incomingParent',
  ],
  'send-to-flex': ['callComplete', 'failedToEnqueue', 'callFailure'],
};
const MOST_STATES = 1000;

/** What Studio would refuse, a sentence each. */
export function problemsOfFlow({ states, initial_state: initial, flags }: Flow): string[] {
  const names = states.map(({ name }) => name);
  const starts = states.filter(({ name, type }) => name === initial && type === 'trigger').length;
  return [
    ...(states.length > MOST_STATES ? ['too many states'] : []),
    ...(new Set(names).size < names.length ? ['two states of one name'] : []),
    ...(starts === 1 ? [] : ['no trigger to start with']),
    ...(typeof flags.allow_concurrent_calls === 'boolean' ? [] : ['no flag allow_concurrent_calls']),
    ...states.flatMap((state) => problemsOfWidget(state, names)),
  ];
}

function problemsOfWidget(widget: Widget, names: readonly string[]): string[] {
  const { name, type, transitions, properties } = widget;
  const events = EVENTS[type];
  if (events === undefined) return [`${name}: unknown type ${type}`];
  return [
    ...transitions.flatMap(({ event, next }) => [
      ...(events.includes(event) ? [] : [`${name}: unknown event ${event}`]),
      ...(next === undefined || names.includes(next) ? [] : [`${name}: no state ${next}`]),
    ]),
    ...('offset' in properties ? [] : [`${name}: no offset`]),
    ...(type === 'send-to-flex' ? problemsOfSendToFlex(widget) : []),
  ];
}

function problemsOfSendToFlex({ name, properties }: Widget): string[] {
  const forms: Readonly<Record<string, RegExp>> = {
    workflow: /^WW[0-9a-f]{32}$/,
    channel: /^TC[0-9a-f]{32}$/,
    priority: /^\d+$/,
    timeout: /^\d+$/,
    attributes: /^\{.*\}$/,
  };
  return Object.entries(forms).flatMap(([property, form]) =>
    form.test(String(properties[property])) ? [] : [`${name}: ${property} is wrong`],
  );
}

/** Widgets that a message of the conversation comes to, where each takes its first way on. */
export function wayOfAMessage({ states, initial_state: initial }: Flow): Widget[] {
  const widget = (name: string | undefined) => states.find((state) => state.name === name);
  const next = widget(initial)?.transitions.find(
    ({ event }) => event === 'incomingConversationMessage',
  )?.next;
  const way: Widget[] = [];
  for (let at = widget(next); at !== undefined && !way.includes(at);) {
    way.push(at);
    at = widget(at.transitions.find((transition) => transition.next !== undefined)?.next);
  }
  return way;
}
