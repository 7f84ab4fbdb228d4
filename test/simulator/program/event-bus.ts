import type { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventDetail } from '../../../lambda/domain/owed-events';
import type { Settings } from '../../../lambda/domain/settings';
import { SECOND } from './constants';
import type { Faults } from './faults';
import type { Fate, Runs } from './runs';

class NoAnswer extends Error {
  override readonly name = 'InternalException';
}

/** An event as the bus has taken it. */
export interface SentEvent {
  readonly type: string;
  /** Of a conversation; or of the settings. */
  readonly detail: EventDetail & { readonly settings?: Settings };
}

interface PutEventsAnswer {
  readonly FailedEntryCount: number;
  readonly Entries: readonly ({ readonly EventId: string } | { readonly ErrorCode: string })[];
}

/** EventBridge's side of PutEvents, with what it can do to its callers. */
export class SimulatedEventBridge {
  private taken = 0;

  constructor(
    private readonly runs: Runs,
    private readonly faults: Faults,
    private readonly onTaken: (event: SentEvent) => void,
  ) {}

  send({ input }: Pick<PutEventsCommand, 'input'>): Promise<PutEventsAnswer> {
    const events = (input.Entries ?? []).map(({ DetailType = '', Detail = '' }) => {
      return { type: DetailType, detail: JSON.parse(Detail) as SentEvent['detail'] };
    });
    return this.runs.call('publish', () => this.take(events), this.fateOf());
  }

  private take(events: readonly SentEvent[]): PutEventsAnswer {
    events.forEach(this.onTaken);
    return { FailedEntryCount: 0, Entries: events.map(() => ({ EventId: `event ${++this.taken}` })) };
  }

  private fateOf(): Fate<PutEventsAnswer> {
    const { chance } = this.faults;
    const key = `publish ${this.runs.current?.key} ${this.runs.current?.calls}`;
    const carriedOutAfter = chance.between(key, 5, 60);
    const answeredAfter = carriedOutAfter + chance.between(`${key} back`, 1, 30);
    if (this.faults.isOut('events') || this.faults.strikes('event-throttled', key))
      return { carriedOutAfter: null, answeredAfter: 1_500, instead: { error: new NoAnswer('publish') } };
    if (this.faults.strikes('event-refused-in-answer', key))
      return { carriedOutAfter: null, answeredAfter, instead: { answer: REFUSED } };
    if (this.faults.strikes('event-failed-carried-out', key))
      return { carriedOutAfter, answeredAfter: 2 * SECOND, instead: { error: new NoAnswer('publish') } };
    return { carriedOutAfter, answeredAfter };
  }
}

/** 200 all the same. */
const REFUSED: PutEventsAnswer = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] };
