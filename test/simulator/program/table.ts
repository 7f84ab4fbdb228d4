import type { EventCursor, Lists, ListPosition, ParkedSelection, Store } from '../../../lambda/actions/ports';
import { LEASE_SECONDS } from '../../../lambda/domain/pending';
import type { Conversation } from '../../../lambda/domain/record';
import type { Settings } from '../../../lambda/domain/settings';
import type { SettingsChange } from '../../../lambda/domain/settings-change';
import { earliest, type Instant, instant, plusSeconds, secondsBetween } from '../../../lambda/domain/time';
import { Alarms } from '../../../local/alarms';
import { MemoryStore, parkedPage } from '../../doubles/store';
import { HOUR, SECOND } from './constants';
import type { Fault, Faults } from './faults';
import { HandoverTable } from './handover-table';
import type { Fate, Runs } from './runs';
import type { SimulatedTime } from './simulated-time';

/** What DynamoDB's client throws; the message names what happened for whoever reads a trace. */
class NoAnswer extends Error {
  override readonly name = 'ProvisionedThroughputExceededException';
}

interface Indexed {
  readonly at: number;
  readonly record: Conversation;
}

/** Moments at which a sweep would find something to do. */
interface Next {
  /** What is owed or due, or was put aside a moment ago. */
  readonly owed: Instant | null;
  readonly comparison: Instant | null;
}

/** The comparison that looks for what happened in the very second of a pause or leave, again where it failed. */
function isFirst({ pause, leave, compareAt, comparisonsFailed }: Conversation): boolean {
  const since = pause?.pausedAt ?? leave?.leftAt;
  if (since === undefined || compareAt === null) return false;
  return comparisonsFailed > 0 || secondsBetween(since, compareAt) <= 2 * 60;
}

function setMoment(moments: Alarms, key: string, moment: Instant | null): void {
  if (moment === null) moments.delete(key);
  else moments.set(key, Date.parse(moment), () => undefined);
}

function momentIn(moments: Alarms): Instant | null {
  const first = moments.first();
  return first === undefined ? null : instant(new Date(first.at));
}

/** Who looks at everything that is written. */
export interface Watch {
  wrote(before: Conversation | undefined, after: Conversation): void;
  /** A conditional write found another's: `loser` had read the version before. */
  lost(conversationSid: string): void;
  settingsAre(settings: Settings): void;
}

/** The table of records, with what DynamoDB can do to its callers. */
export class Table implements Store, Pick<Lists, 'parked'> {
  readonly memory: MemoryStore;
  readonly handovers: HandoverTable;
  /** What an index shows is what was written some time ago: what it can have shown, by conversation. */
  private readonly indexed = new Map<string, Indexed[]>();
  private readonly owedAt = new Alarms();
  private readonly comparedAt = new Alarms();

  constructor(
    settings: Settings,
    private readonly runs: Runs,
    private readonly time: SimulatedTime,
    private readonly faults: Faults,
    private readonly watch: Watch,
  ) {
    watch.settingsAre(settings);
    this.memory = new MemoryStore(settings);
    this.handovers = new HandoverTable({
      ask: (name, perform) => this.ask(name, perform),
      shownUntil: (index) => this.shownUntil(index),
      moment: () => time.moment(),
      losesAnswer: (name) => this.strikes('write-answer-lost', name),
    });
  }

  /** As far as TaskRouter's events were read. */
  eventCursor = 0;
  readonly records = new Map<string, Conversation>();

  read(conversationSid: string) {
    return this.ask('read', () => this.memory.read(conversationSid));
  }

  readSettings() {
    return this.ask('readSettings', () => this.memory.readSettings());
  }

  replaceSettings(next: Settings, owed: readonly SettingsChange[] = []) {
    const answerLost = this.strikes('write-answer-lost', 'replaceSettings');
    return this.ask('replaceSettings', async () => {
      const isWritten = await this.memory.replaceSettings(next, owed);
      if (isWritten) this.watch.settingsAre(next);
      return isWritten && !answerLost;
    });
  }

  replaceOwedChanges(settings: Settings, owed: readonly SettingsChange[]) {
    return this.ask('replaceOwedChanges', () => {
      return this.memory.replaceOwedChanges(settings, owed);
    });
  }

  countPausedBy(workerSid: string) {
    return this.ask('countPausedBy', () => this.memory.countPausedBy(workerSid));
  }

  readEventCursor() {
    return this.ask('readEventCursor', () => this.memory.readEventCursor());
  }

  moveEventCursor(to: EventCursor) {
    return this.ask('moveEventCursor', () => {
      this.eventCursor = Math.max(to.at, this.eventCursor);
      return this.memory.moveEventCursor(to);
    });
  }

  due(index: 'wake' | 'compare', now: Instant, limit: number): Promise<string[]> {
    const asOf = this.shownUntil('due');
    return this.ask('due', async () => this.dueIn(index, now, limit, asOf));
  }

  parked(which: ParkedSelection, from: ListPosition, limit: number) {
    const asOf = this.shownUntil('parked');
    return this.ask('parked', async () => parkedPage(this.recordsAsOf(asOf), which, from, limit));
  }

  replace(readVersion: number, next: Conversation): Promise<boolean> {
    const { conversationSid } = next;
    if (this.strikes('write-lost-to-another', 'replace')) this.anotherWrites(conversationSid);
    const answerLost = this.strikes('write-answer-lost', 'replace');
    return this.ask('replace', async () => {
      const before = this.records.get(conversationSid);
      if (!(await this.memory.replace(readVersion, next))) {
        this.watch.lost(conversationSid);
        return false;
      }
      this.keep(before, this.memory.record(conversationSid));
      return !answerLost;
    });
  }

  /** The soonest moments at which a sweep would find something. */
  next(): Next {
    const changes = this.memory.owedChanges.map(({ at }) => plusSeconds(at, LEASE_SECONDS));
    return {
      owed: earliest([momentIn(this.owedAt), this.handovers.soonest(), ...changes]),
      comparison: momentIn(this.comparedAt),
    };
  }

  async settings(): Promise<Settings> {
    return (await this.memory.readSettings()).settings;
  }

  private keep(before: Conversation | undefined, after: Conversation): void {
    const { conversationSid } = after;
    this.records.set(conversationSid, after);
    const { wakeAt, compareAt } = after;
    setMoment(this.owedAt, conversationSid, earliest([wakeAt, isFirst(after) ? compareAt : null]));
    setMoment(this.comparedAt, conversationSid, compareAt);
    const known = this.indexed.get(conversationSid) ?? [];
    known.push({ at: this.time.moment(), record: after });
    this.indexed.set(conversationSid, known.slice(-10));
    this.watch.wrote(before, after);
  }

  /** Somebody else changes the record at this very moment, without consequence. */
  private anotherWrites(conversationSid: string): void {
    const before = this.records.get(conversationSid);
    if (before === undefined) return;
    this.memory.put({ ...before, version: before.version + 1, writtenBy: 'another' });
    this.records.set(conversationSid, this.memory.record(conversationSid));
  }

  private dueIn(index: 'wake' | 'compare', now: Instant, limit: number, asOf: number): string[] {
    const at = index === 'wake' ? 'wakeAt' : 'compareAt';
    return this.recordsAsOf(asOf)
      .flatMap(({ conversationSid, [at]: shown }) =>
        shown === null || shown > now ? [] : [{ conversationSid, shown }],
      )
      .sort((a, b) => (a.shown < b.shown ? -1 : 1))
      .slice(0, limit)
      .map(({ conversationSid }) => conversationSid);
  }

  private recordsAsOf(moment: number): Conversation[] {
    return [...this.indexed.values()].flatMap(
      (known) => known.findLast(({ at }) => at <= moment)?.record ?? [],
    );
  }

  /** An index may be behind what is written. */
  private shownUntil(index: string): number {
    return this.strikes('index-behind', index) ? this.time.moment() - this.lag() : Infinity;
  }

  private lag(): number {
    return this.faults.chance.between(`lag ${this.runs.current?.key}`, SECOND, HOUR / 4);
  }

  /** One call of a run's. */
  ask<T>(name: string, perform: () => Promise<T>): Promise<T> {
    return this.runs.call(name, perform, this.fateOf(name));
  }

  private fateOf<T>(name: string): Fate<T> {
    const key = `${name} ${this.runs.current?.key} ${this.runs.current?.calls}`;
    const carriedOutAfter = this.faults.chance.between(key, 1, 15);
    const answeredAfter = carriedOutAfter + this.faults.chance.between(`${key} back`, 1, 15);
    const fails = () => ({ error: new NoAnswer(name) });
    const isOut = this.faults.isOut('table') || (name === 'replace' && this.faults.isOut('writes'));
    if (isOut || this.strikes('store-throttled', name))
      return { carriedOutAfter: null, answeredAfter: 1_500, instead: fails() };
    if (this.strikes('store-failed-carried-out', name))
      return { carriedOutAfter, answeredAfter: 2_000, instead: fails() };
    return { carriedOutAfter, answeredAfter };
  }

  private strikes(fault: Fault, name: string): boolean {
    return this.faults.strikes(fault, `${name} ${this.runs.current?.key} ${this.runs.current?.calls}`);
  }
}
