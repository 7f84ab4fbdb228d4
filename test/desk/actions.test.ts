import { type Action, actionsFor } from '../../desk/conversations/actions';
import { type Conversation } from '../../desk/api/types';
import {
  ADA,
  ALICE,
  ALICES_LEAVE,
  ALICES_PAUSE,
  ALICES_TASK,
  BOB,
  conversation,
  DEE,
  settings,
} from './conversations';

const WRAPPING = { ...ALICES_TASK, status: 'wrapping' } as const;

const PLACES: Record<string, Partial<Conversation>> = {
  'active with Alice': {},
  'on its way to Alice': { task: { ...ALICES_TASK, status: 'pending', taskSid: null } },
  'wrapping up to a pause': { wrapUp: 'pause', pause: ALICES_PAUSE, task: WRAPPING },
  paused: { channelState: 'pause', pause: ALICES_PAUSE, task: null },
  'wrapping up, left': { channelState: 'inactive', wrapUp: 'leave', leave: ALICES_LEAVE, task: WRAPPING },
  left: { channelState: 'inactive', leave: ALICES_LEAVE, task: null },
  'wrapping up, ended': { channelState: 'closed', wrapUp: 'end', task: WRAPPING },
  ended: { channelState: 'closed', task: null },
};

const OFFERED: [keyof typeof PLACES, Action[], Action[], Action[]][] = [
  // place, Alice, Bob, Dee
  ['active with Alice', ['pause', 'leave', 'end'], [], ['end']],
  ['on its way to Alice', [], [], ['end']],
  ['wrapping up to a pause', ['complete', 'resume', 'change', 'end'], [], ['resume', 'change', 'end']],
  ['paused', ['resume', 'change', 'end'], [], ['resume', 'change', 'end']],
  ['wrapping up, left', ['complete', 'end'], [], ['end']],
  ['left', ['end'], [], ['end']],
  ['wrapping up, ended', ['complete'], [], []],
  ['ended', [], [], []],
];

it.each(OFFERED)('%s: who holds it, another agent and a supervisor', (place, alice, bob, dee) => {
  const offered = (user: typeof ALICE): Action[] =>
    actionsFor({ conversation: conversation(PLACES[place]), user, settings: settings() });
  expect([ALICE, BOB, DEE].map(offered)).toEqual([alice, bob, dee]);
});

it('an administrator may what a supervisor may, also without a worker', () => {
  const paused = conversation(PLACES['paused']);
  expect(actionsFor({ conversation: paused, user: ADA, settings: settings() })).toEqual([
    'resume',
    'change',
    'end',
  ]);
});

it.each([
  ['Leave and Pause', settings({ enabled: false }, false), ['end']],
  ['Leave', settings({}, false), ['pause', 'end']],
  ['Pause', settings({ enabled: false }), ['leave', 'end']],
  ['whatever is not known yet', undefined, ['end']],
])('%s turned off is not offered', (_, now, offered) => {
  expect(actionsFor({ conversation: conversation(), user: ALICE, settings: now })).toEqual(offered);
});

it('what is paused can be resumed also when Pause was turned off since', () => {
  const paused = conversation(PLACES['paused']);
  const now = settings({ enabled: false });
  expect(actionsFor({ conversation: paused, user: ALICE, settings: now })).toContain('resume');
});

it('a task of which there is no record can be put aside by who has it', () => {
  const task = { taskSid: 'WT1', status: 'assigned', workerSid: 'WKalice' } as const;
  const offered = (user: typeof ALICE): Action[] =>
    actionsFor({ conversation: null, task, user, settings: settings() });
  expect(offered(ALICE)).toEqual(['pause', 'leave', 'end']);
  expect(offered(BOB)).toEqual([]);
});
