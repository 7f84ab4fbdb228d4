import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../lambda/domain/decide';
import { type Happening, type Happenings, MOVES } from '../lambda/domain/moves';
import { channelClosed } from '../lambda/domain/moves/end';
import { closeExpired } from '../lambda/domain/moves/leave';
import { type Conversation, type Place, placeOf } from '../lambda/domain/record';
import { PAUSE_ON } from './doubles/deps';
import { AT, contextAt, inputs, kinds, PLACES } from './doubles/records';

const ARCHITECTURE = readFileSync(join(__dirname, '../docs/architecture.md'), 'utf8');

/** What the picture calls things that happen. */
const CALLED: Readonly<Partial<Record<Happening, string>>> = {
  accept: 'an agent accepts',
  pause: 'Pause',
  leave: 'Leave',
  resume: 'Resume',
  reassign: 'Reassign',
  deadline: 'deadline',
  'customer-writes': 'the customer writes',
  end: 'End',
  expiry: '90 days',
  'found-closed': 'closed at Twilio',
  'task-over': 'the task is over',
};

const SETTINGS = { ...PAUSE_ON, pause: { ...PAUSE_ON.pause, onCustomerReply: 'queue' as const } };
const INPUTS: Happenings = {
  ...inputs(),
  'customer-writes': { ...inputs()['customer-writes'], settings: SETTINGS },
};

/** "pause -> active: Resume", as the picture has it. */
function drawn(): string[] {
  const [, picture = ''] = /```mermaid\n([\s\S]*?)```/.exec(ARCHITECTURE) ?? [];
  const names = new Map([...picture.matchAll(/state "(.+)" as (\w+)/g)].map(([, name, id]) => [id, name]));
  const arrows = [...picture.matchAll(/^ *(\w+) --> (\w+) : (.+)$/gm)];
  return arrows.flatMap(([, from = '', to = '', labels = '']) =>
    labels.split(', ').map((label) => `${names.get(from) ?? from} -> ${names.get(to) ?? to}: ${label}`),
  );
}

/** The same as the moves have it. */
function moved(): string[] {
  return PLACES.filter((place) => !place.startsWith('closed')).flatMap((place) =>
    (Object.keys(MOVES) as Happening[]).flatMap((happening) => {
      const to = placeAfter(AT[place](), happening);
      if (to === undefined || to === place) return [];
      return `${place} -> ${to}: ${CALLED[happening] ?? happening}`;
    }),
  );
}

function placeAfter(record: Conversation, happening: Happening): string | undefined {
  const decision = decide(record, happening, INPUTS[happening], contextAt());
  return decision.kind === 'apply' ? shown(placeOf(settled(decision.next))) : undefined;
}

/** What it owes is carried out: at the end of a Leave nobody is found to have written, and Twilio closes what is ended. */
function settled(record: Conversation): Conversation {
  if (kinds(record).includes('look-for-reply'))
    return settled((closeExpired(record, contextAt()) as { next: Conversation }).next);
  return kinds(record).includes('close-channel')
    ? channelClosed(record, { endTasks: true }, contextAt())
    : record;
}

/** Whether somebody still wraps up what is closed makes no difference here. */
function shown(place: Place): string {
  return place.startsWith('closed') ? 'closed' : place;
}

it('the picture of the places has every way between them, and no other', () => {
  expect(drawn().sort()).toEqual(moved().sort());
});
