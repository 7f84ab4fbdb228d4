import type {
  EventCursor,
  ListPosition,
  ParkedPage,
  ParkedSelection,
  Lists,
  Store,
} from '../../lambda/actions/ports';
import { parkedAs } from '../../lambda/domain/parked';
import type { Conversation } from '../../lambda/domain/record';
import type { Settings } from '../../lambda/domain/settings';
import type { SettingsChange } from '../../lambda/domain/settings-change';
import type { Instant } from '../../lambda/domain/time';
import { frozen } from './frozen';

type Call = keyof Store | keyof Lists;

/** The table in memory, with its rule: a write counts only when nobody has written since the read. */
export class MemoryStore implements Store, Lists {
  readonly calls: Call[] = [];
  private readonly records = new Map<string, Conversation>();
  private settings: Settings;
  /** Changes of the settings that are still to be told. */
  owedChanges: readonly SettingsChange[] = [];
  private eventCursor: EventCursor | undefined;
  private writesToLose = 0;
  private answersToLose = 0;
  private readonly failures = new Map<string, number>();
  private beforeReplace: (() => Promise<void> | void) | undefined;
  private beforeRead: (() => Promise<void> | void) | undefined;
  private stale: { index: 'wake' | 'compare'; sids: string[] } | undefined;

  constructor(settings: Settings) {
    this.settings = frozen(settings);
  }

  async read(conversationSid: string) {
    this.called('read', conversationSid);
    return { record: this.records.get(conversationSid), settings: this.settings };
  }

  async readSettings() {
    this.called('readSettings');
    return { settings: this.settings, owed: this.owedChanges };
  }

  async replace(readVersion: number, next: Conversation): Promise<boolean> {
    this.called('replace', next.conversationSid);
    const meanwhile = this.beforeReplace;
    this.beforeReplace = undefined;
    await meanwhile?.();
    if (this.writesToLose > 0) {
      this.writesToLose--;
      return false;
    }
    if ((this.records.get(next.conversationSid)?.version ?? 0) !== readVersion) return false;
    this.records.set(next.conversationSid, frozen(next));
    if (this.answersToLose === 0) return true;
    this.answersToLose--;
    const overtaken = this.beforeRead;
    this.beforeRead = undefined;
    await overtaken?.();
    return false;
  }

  async replaceSettings(next: Settings, owed: readonly SettingsChange[] = []): Promise<boolean> {
    this.called('replaceSettings');
    if (this.settings.version !== next.version - 1) return false;
    this.settings = frozen(next);
    this.owedChanges = frozen(owed);
    if (this.answersToLose === 0) return true;
    this.answersToLose--;
    return false;
  }

  async replaceOwedChanges({ version }: Settings, owed: readonly SettingsChange[]): Promise<boolean> {
    this.called('replaceOwedChanges');
    if (this.settings.version !== version) return false;
    this.owedChanges = frozen(owed);
    return true;
  }

  async due(index: 'wake' | 'compare', now: Instant, limit: number): Promise<string[]> {
    this.called('due');
    if (this.stale?.index === index) return this.stale.sids;
    const at = index === 'wake' ? 'wakeAt' : 'compareAt';
    return [...this.records.values()]
      .flatMap(({ conversationSid, [at]: moment }) => (moment === null ? [] : [{ conversationSid, moment }]))
      .filter(({ moment }) => moment <= now)
      .sort((a, b) => (a.moment < b.moment ? -1 : 1))
      .slice(0, limit)
      .map(({ conversationSid }) => conversationSid);
  }

  async countPausedBy(workerSid: string): Promise<number> {
    this.called('countPausedBy');
    return [...this.records.values()].filter(({ pause }) => pause?.workerSid === workerSid).length;
  }

  async readMany(conversationSids: readonly string[]) {
    this.called('readMany');
    const found = conversationSids.flatMap((each) => this.records.get(each) ?? []);
    return {
      records: new Map(found.map((record) => [record.conversationSid, record])),
      settings: this.settings,
    };
  }

  async parked(which: ParkedSelection, from: ListPosition, limit: number): Promise<ParkedPage> {
    this.called('parked');
    return parkedPage(this.records.values(), which, from, limit);
  }

  async soonestPauses(limit: number) {
    this.called('soonestPauses');
    const pauses = [...this.records.values()]
      .flatMap(({ conversationSid, pause, workerName }) =>
        pause === null
          ? []
          : [{ conversationSid, deadline: pause.deadline, workerSid: pause.workerSid, workerName }],
      )
      .sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
    return { pauses: pauses.slice(0, limit), hasMore: pauses.length > limit };
  }

  async readEventCursor(): Promise<EventCursor | undefined> {
    this.called('readEventCursor');
    return this.eventCursor;
  }

  async moveEventCursor(to: EventCursor): Promise<void> {
    this.called('moveEventCursor');
    if (to.at >= (this.eventCursor?.at ?? 0)) this.eventCursor = to;
  }

  /** The record as it stands; a test that has none is wrong. */
  record(conversationSid: string): Conversation {
    const record = this.records.get(conversationSid);
    if (record === undefined) throw new Error(`no record of ${conversationSid}`);
    return record;
  }

  has(conversationSid: string): boolean {
    return this.records.has(conversationSid);
  }

  put(record: Conversation): void {
    this.records.set(record.conversationSid, frozen(record));
  }

  set(settings: Settings): void {
    this.settings = frozen(settings);
  }

  /** The next writes are lost, as if others had been faster. */
  loseWrites(count: number): void {
    this.writesToLose = count;
  }

  /**
   * The next writes are carried out, and look lost: their answer was, and the client has repeated them.
   * @param overtakes what others do before it is found out
   */
  loseAnswers(count: number, overtakes?: () => Promise<void>): void {
    this.answersToLose = count;
    this.beforeRead = overtakes;
  }

  /** The next calls of this name, of this conversation where one is named, throw. */
  fail(call: Call, count: number, conversationSid = ''): void {
    this.failures.set(`${call} ${conversationSid}`, count);
  }

  /** Somebody else is at it just before the next write. */
  beforeNextReplace(meanwhile: () => Promise<void> | void): void {
    this.beforeReplace = meanwhile;
  }

  /** An index is behind the table: it names these. */
  indexIsBehind(index: 'wake' | 'compare', sids: string[]): void {
    this.stale = { index, sids };
  }

  private called(call: Call, conversationSid = ''): void {
    this.calls.push(call);
    for (const key of new Set([`${call} `, `${call} ${conversationSid}`])) {
      const left = this.failures.get(key) ?? 0;
      if (left === 0) continue;
      this.failures.set(key, left - 1);
      throw new Error(`the table does not answer: ${call}`);
    }
  }
}

function key({ at, conversationSid }: ListPosition[number]): string {
  return `${at} ${conversationSid}`;
}

/** A page of what is paused or left, by these records. */
export function parkedPage(
  records: Iterable<Conversation>,
  which: ParkedSelection,
  from: ListPosition,
  limit: number,
): ParkedPage {
  const { parking, of, after, upTo } = which;
  const last = from.at(-1);
  const places = [...records]
    .flatMap((record) => {
      const parked = parkedAs(parking, record);
      if (parked === null) return [];
      const isOf =
        of === 'all' ||
        ('workerSid' in of ? of.workerSid === parked.workerSid : of.queueSid === record.routing.queueSid);
      return isOf ? [{ conversationSid: record.conversationSid, at: parked.until }] : [];
    })
    .filter(({ at }) => (after === null || at > after) && (upTo === null || at <= upTo))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .filter((place) => last === undefined || key(place) > key(last));
  const page = places.slice(0, limit);
  return {
    places: page,
    position: page.slice(-1).concat(page.length ? [] : from),
    hasMore: places.length > limit,
  };
}
