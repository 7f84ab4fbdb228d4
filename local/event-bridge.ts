import { randomUUID } from 'node:crypto';
import { type RequestListener } from 'node:http';
import { AwsError, awsJson } from './aws-json';
import { type Clock, type Collection, type State } from './ports';

/** An event as rules on the bus would see it, and a row of `/local/events`. */
export interface BusEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  /** ISO 8601 in whole seconds. */
  readonly time: string;
  readonly detail: unknown;
}

export interface EventBridgeOptions {
  /** Names of the buses that there are. */
  readonly buses: readonly string[];
  readonly clock: Pick<Clock, 'now'>;
  readonly state: State;
}

type Entry = Readonly<Record<string, unknown>>;
type Result = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

/** Source: EventBridge API reference, PutEvents; user guide, "Calculating PutEvents event entry size". */
const MOST_ENTRIES = 10;
const LARGEST_REQUEST_BYTES = 256 * 1024;
const TIME_BYTES = 14;
/** Digits of an event's number, by which events stay in their order. */
const NUMBER_DIGITS = 12;

/** EventBridge with the given buses, and no rules: what a bus has taken can be read. */
export class EventBridge {
  readonly #taken: Collection<BusEvent>;
  #count: number;

  constructor(private readonly options: EventBridgeOptions) {
    this.#taken = options.state.collection('events');
    this.#count = this.#taken.values().length;
  }

  /** Speaks AWS's JSON protocol: PutEvents. */
  readonly listener: RequestListener = awsJson('application/x-amz-json-1.1', {
    PutEvents: ({ Entries }) => this.#put(Entries),
  });

  /** @returns what was taken, after the event with this id, oldest first; undefined when there is no such event */
  events(after?: string): BusEvent[] | undefined {
    const all = this.#taken.values();
    if (after === undefined) return all;
    const place = all.findIndex(({ id }) => id === after);
    return place < 0 ? undefined : all.slice(place + 1);
  }

  async #put(given: unknown): Promise<object> {
    const entries = checked(given);
    const results = entries.map((entry) => this.#take(entry));
    await this.options.state.flush();
    return { FailedEntryCount: results.filter((each) => 'ErrorCode' in each).length, Entries: results };
  }

  /** One entry that is wrong does not keep the others back. For a bus that is not there nothing is kept, and nothing said. */
  #take(entry: Entry): Result {
    const wrong = problemWith(entry);
    if (wrong !== undefined) return wrong;
    const id = randomUUID();
    const { Source, DetailType, Detail, Time, EventBusName } = entry as Record<string, string>;
    if (!this.options.buses.includes(nameIn(EventBusName ?? 'default'))) return { EventId: id };
    const time = Time === undefined ? this.options.clock.now() : new Date(Number(Time) * 1000);
    this.#taken.set(String(++this.#count).padStart(NUMBER_DIGITS, '0'), {
      id,
      source: Source!,
      'detail-type': DetailType!,
      time: `${time.toISOString().slice(0, 19)}Z`,
      detail: JSON.parse(Detail!) as unknown,
    });
    return { EventId: id };
  }
}

/** @param bus name or ARN */
function nameIn(bus: string): string {
  return bus.replace(/^arn:.*:event-bus\//, '');
}

function checked(entries: unknown): readonly Entry[] {
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > MOST_ENTRIES)
    throw new AwsError('ValidationException', `Entries must have 1 to ${MOST_ENTRIES} members`);
  const size = (entries as readonly Entry[]).reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (size > LARGEST_REQUEST_BYTES)
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  return entries as readonly Entry[];
}

function sizeOf({ Time, Source, DetailType, Detail, Resources = [] }: Entry): number {
  const texts = [Source, DetailType, Detail, ...(Resources as unknown[])].filter(
    (each) => typeof each === 'string',
  );
  return (Time === undefined ? 0 : TIME_BYTES) + Buffer.byteLength(texts.join(''));
}

function problemWith(entry: Entry): Result | undefined {
  for (const name of ['Source', 'DetailType', 'Detail']) {
    if (typeof entry[name] === 'string' && entry[name] !== '') continue;
    const reason = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
    return { ErrorCode: 'InvalidArgument', ErrorMessage: reason };
  }
  return isObject(entry['Detail'] as string)
    ? undefined
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function isObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
