import { type SettingsFields } from '../api/types';

type Leaf = boolean | number | string | null | readonly string[];

/** Where a setting is in the object of the API, such as "pause.timeLimit". */
export type Path = {
  [K in keyof SettingsFields]: SettingsFields[K] extends Leaf
    ? K
    : `${K}.${keyof SettingsFields[K] & string}`;
}[keyof SettingsFields];

/** To what a change applies, where it is not to everything from now on. */
export type Applies = 'new pauses' | 'new leaves';

interface Common {
  readonly label: string;
  /** One line */
  readonly help: string;
  readonly applies?: Applies;
}

export interface ChoiceField extends Common {
  readonly kind: 'choice';
  /** Words by value */
  readonly choices: Readonly<Record<string, string>>;
}

export interface DurationField extends Common {
  readonly kind: 'duration';
  /** ISO 8601; both are allowed */
  readonly least: string;
  readonly most: string;
}

export interface ListField extends Common {
  readonly kind: 'list';
  /** What one of it is called */
  readonly item: string;
  readonly mostCharacters?: number;
}

export type Field =
  | (Common & { readonly kind: 'switch' })
  | ChoiceField
  | DurationField
  | (Common & { readonly kind: 'number'; /** Empty is no limit, or may not be */ readonly orNone: boolean })
  | (Common & { readonly kind: 'flow' })
  | ListField;

/** All settings. The bounds are the API's; a test holds them to it. */
export const FIELDS: Readonly<Record<Path, Field>> = {
  'leave.enabled': {
    kind: 'switch',
    label: 'Leave is on',
    help: 'Agents can leave a conversation open for the customer’s reply. Turned off, what is left already goes on.',
  },
  'leave.onReply': {
    kind: 'choice',
    label: 'When the customer replies',
    choices: { 'new-task': 'A new task, for any agent', 'custom-routing': 'Custom routing' },
    help: 'Custom routing leaves the reply to the Studio flow below, or, without one, to logic of your own.',
    applies: 'new leaves',
  },
  'leave.studioFlowSid': {
    kind: 'flow',
    label: 'Studio flow',
    help: 'SID of the flow that takes replies under custom routing. Empty: only the event goes out.',
    applies: 'new leaves',
  },
  'leave.customRoutingTimeout': {
    kind: 'duration',
    label: 'Time for custom routing',
    least: 'PT1M',
    most: 'P7D',
    help: 'How long it has to bring a task; then any agent gets the conversation.',
    applies: 'new leaves',
  },
  'leave.expiresAfter': {
    kind: 'duration',
    label: 'Closed without a reply after',
    least: 'PT1H',
    most: 'P90D',
    help: 'A left conversation whose customer does not reply is closed then.',
    applies: 'new leaves',
  },
  'pause.enabled': {
    kind: 'switch',
    label: 'Pause is on',
    help: 'Agents can pause a conversation and resume it later. Turned off, what is paused already goes on.',
  },
  'pause.timeLimit': {
    kind: 'duration',
    label: 'Time limit',
    least: 'PT1M',
    most: 'P90D',
    help: 'How long a pause lasts when nothing else is chosen, and the longest that an agent may choose.',
    applies: 'new pauses',
  },
  'pause.whenAtCapacity': {
    kind: 'choice',
    label: 'Resume when the agent has no room',
    choices: {
      workflow: 'Through the workflow, which is told the agent',
      refuse: 'Refuse, it stays paused',
    },
    help: 'What happens when the agent who resumes is not available, or has as many tasks as allowed.',
  },
  'pause.onCustomerReply': {
    kind: 'choice',
    label: 'When the customer writes to a paused conversation',
    choices: {
      notify: 'It stays paused, and the agent is told',
      resume: 'Back to the agent',
      queue: 'To the next available agent',
    },
    help: 'Whatever is chosen, the deadline is the latest at which an agent sees it.',
  },
  'pause.acceptBy': {
    kind: 'choice',
    label: 'Who accepts the task of a Resume',
    choices: { server: 'The server', client: 'The desk or the plugin of the agent' },
    help: 'The server also works where neither is open.',
  },
  'pause.maxPerAgent': {
    kind: 'number',
    label: 'Most paused conversations per agent',
    orNone: true,
    help: 'Empty: no limit. Clicks at the same moment may go beyond it.',
  },
  'pause.reasons': {
    kind: 'list',
    label: 'Reasons',
    item: 'reason',
    mostCharacters: 100,
    help: 'Where there are some, agents choose one of them; else they write their own.',
  },
  'pause.requireReason': {
    kind: 'switch',
    label: 'A reason is required',
    help: 'Nobody can pause without saying why.',
  },
  wrapUp: {
    kind: 'switch',
    label: 'Agents wrap up after Leave, Pause and End',
    help: 'Turned off, the agent’s task is closed at once.',
  },
  botIdentities: {
    kind: 'list',
    label: 'Bots',
    item: 'bot',
    help: 'Conversations identities whose messages never count as the customer’s.',
  },
  compareCallsPerMinute: {
    kind: 'number',
    label: 'Calls a minute for comparing with Twilio',
    orNone: false,
    help: 'Finds what a lost webhook did not tell. Two for each conversation; 0 turns it off.',
  },
  hipaa: {
    kind: 'switch',
    label: 'HIPAA',
    help: 'Only web, chat and SMS can be put aside, no notes are taken, and no text and no address is stored.',
  },
  hipaaAttributes: {
    kind: 'list',
    label: 'Task attributes that are kept under HIPAA',
    item: 'attribute',
    help: 'Only these are stored and sent again with the next task.',
  },
};

export interface Section {
  readonly title: string;
  readonly paths: readonly Path[];
}

export const SECTIONS: readonly Section[] = [
  {
    title: 'Pause',
    paths: [
      'pause.enabled',
      'pause.timeLimit',
      'pause.onCustomerReply',
      'pause.whenAtCapacity',
      'pause.acceptBy',
      'pause.maxPerAgent',
      'pause.requireReason',
      'pause.reasons',
    ],
  },
  {
    title: 'Leave',
    paths: [
      'leave.enabled',
      'leave.expiresAfter',
      'leave.onReply',
      'leave.studioFlowSid',
      'leave.customRoutingTimeout',
    ],
  },
  { title: 'Both', paths: ['wrapUp', 'botIdentities', 'compareCallsPerMinute'] },
  { title: 'HIPAA', paths: ['hipaa', 'hipaaAttributes'] },
];

export const PATHS = Object.keys(FIELDS) as readonly Path[];
