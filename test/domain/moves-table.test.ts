import { decide } from '../../lambda/domain/decide';
import { type Happening, MOVES } from '../../lambda/domain/moves';
import { type Place, placeOf } from '../../lambda/domain/record';
import { AT, contextAt, inputs, PLACES } from '../doubles/records';

const HAPPENINGS = Object.keys(MOVES) as Happening[];

/** From where what is possible (docs/architecture.md). */
const ALLOWED: Readonly<Record<Happening, readonly Place[]>> = {
  accept: ['active', 'active, to pause', 'pause', 'inactive', 'inactive, wrapping up'],
  pause: ['active'],
  leave: ['active'],
  expiry: ['inactive', 'inactive, wrapping up'],
  'customer-writes': ['active, to pause', 'pause', 'inactive', 'inactive, wrapping up'],
  complete: ['active, to pause', 'inactive, wrapping up', 'closed, wrapping up'],
  resume: ['active, to pause', 'pause'],
  reassign: ['active, to pause', 'pause', 'inactive', 'inactive, wrapping up'],
  handover: ['active, to pause', 'pause'],
  deadline: ['active, to pause', 'pause'],
  mark: ['active, to pause', 'pause'],
  'change-pause': ['active, to pause', 'pause'],
  'service-invite': ['active'],
  end: ['active', 'active, to pause', 'pause', 'inactive', 'inactive, wrapping up'],
  'task-reserved': ['active'],
  'task-wrapping': ['active', 'active, to pause', 'inactive, wrapping up', 'closed, wrapping up'],
  joining: ['active'],
  'task-over': PLACES,
  'flex-lets-go': ['active'],
  'found-closed': PLACES,
};
const EMPTY = HAPPENINGS.flatMap((happening) =>
  PLACES.filter((place) => !ALLOWED[happening].includes(place)).map((place) => ({ happening, place })),
);

describe('the table of moves', () => {
  it.each(PLACES)('has a record to try at "%s"', (place) => {
    expect(placeOf(AT[place]())).toBe(place);
  });

  it.each(HAPPENINGS)('has %s exactly where the contract has it', (happening) => {
    expect(Object.keys(MOVES[happening]).sort()).toEqual([...ALLOWED[happening]].sort());
  });

  it.each(EMPTY)('refuses $happening at "$place", and changes nothing', ({ happening, place }) => {
    const record = AT[place]();
    const before = structuredClone(record);
    expect(decide(record, happening, inputs()[happening], contextAt())).toEqual({
      kind: 'refuse',
      code: 'wrong-state',
      channelState: record.channelState,
    });
    expect(record).toEqual(before);
  });
});
