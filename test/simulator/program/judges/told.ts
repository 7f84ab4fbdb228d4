import { timerName } from '../../../../lambda/domain/timers';
import type { HistoryEntry } from '../../../../lambda/domain/history-entry';
import type { Conversation } from '../../../../lambda/domain/record';
import type { Settings } from '../../../../lambda/domain/settings';
import type { Check } from '../checks';
import { MOST_SKEW } from '../constants';
import type { SentEvent } from '../event-bus';
import type { Parts } from '../parts';
import {
  isWithinItsMark,
  markMoments,
  namesFor,
  type Telling,
  tellingsOf,
  wakesByItsMark,
  type Why,
} from '../told-rules';
import type { Findings } from './findings';
import type { Handovers } from './handovers';
import type { Requests } from './requests';
import type { Write } from './write';

/** A write that is to be told. */
interface Due {
  readonly types: readonly Telling[];
  readonly after: Conversation;
  /** Of which one is named. */
  readonly names: readonly string[];
}

/** What is told of what happened: on the bus at least once, in the history once, and nothing else. */
export class Told {
  /** By conversation and version. */
  private readonly due = new Map<string, Due>();
  /** By event id, which telling of which write it is; and the other way round. */
  private readonly tellings = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly marks = new Set<string>();
  private readonly settings = new Map<number, Settings>();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'table' | 'histories'>,
    private readonly requests: Requests,
    private readonly handovers: Handovers,
    private readonly findings: Findings,
    private readonly check: Check,
  ) {}

  wrote(write: Write): void {
    const { before, after, show } = write;
    this.check('as long as a mark is to be told, the record wakes by it', wakesByItsMark(after), show);
    this.check('a pause is within the mark that was told', isWithinItsMark(after), show);
    const types = tellingsOf(before, after, this.findings.wrote(write));
    if (types.length === 0) return;
    const names = namesFor(types, before, after, this.whyOf(before, after));
    this.due.set(keyOf(after.conversationSid, after.version), { types, after, names });
    if (types.includes('PauseMarkReached')) this.markIsReached(after, show);
  }

  /** Version 0 is what there was before anybody changed anything. */
  settingsAre(settings: Settings): void {
    if (settings.version > 0) this.settings.set(settings.version, settings);
  }

  /** The bus has taken an event. */
  published({ type, detail }: SentEvent): void {
    const version = type === 'SettingsChanged' ? detail.settings?.version : detail.version;
    const subject = type === 'SettingsChanged' ? 'settings' : detail.conversationSid;
    const telling = `${keyOf(subject, version ?? 0)} ${type}`;
    const show = () => JSON.stringify({ type, detail });
    this.check('nothing is told that did not happen', this.hasHappened({ type, detail }), show);
    this.check(
      'an event has one id, however often it is told',
      (this.ids.get(telling) ?? detail.eventId) === detail.eventId &&
        (this.tellings.get(detail.eventId) ?? telling) === telling,
      show,
    );
    this.ids.set(telling, detail.eventId);
    this.tellings.set(detail.eventId, telling);
  }

  /** When everything has worked again. */
  finish(): void {
    for (const [key, { types }] of this.due)
      for (const type of types)
        this.check('what has happened is told', this.ids.has(`${key} ${type}`), () => `${key} ${type}`);
    for (const conversationSid of this.world.table.records.keys()) this.historyIsWhole(conversationSid);
    for (const [version, settings] of this.settings) this.changeIsTold(version, settings);
  }

  private whyOf(before: Conversation | undefined, after: Conversation): Why {
    const pause = before?.pause ?? null;
    const now = this.world.time.moment() + MOST_SKEW;
    return {
      asker: this.requests.ofThisRun?.who,
      handedOverBy: pause === null ? [] : this.handovers.whoMoves(pause, after.pause),
      isAgentGone: pause !== null && this.handovers.isGone(pause.workerSid),
      isDeadlineOver: pause !== null && Date.parse(pause.deadline) <= now,
    };
  }

  /** Not before the pause began, nor after the deadline, and once for each deadline. */
  private markIsReached({ conversationSid, pause, updatedAt }: Conversation, show: () => string): void {
    const { toldMark } = pause!;
    const reached = markMoments(pause!).find(({ mark }) => mark === toldMark);
    this.check(
      'a mark is told when it is reached, after the pause began and before the deadline',
      reached !== undefined && Date.parse(updatedAt) >= reached.at && updatedAt < pause!.deadline,
      show,
    );
    const mark = `${timerName(conversationSid, pause!)} ${toldMark}`;
    this.check('a mark is told once for one deadline', !this.marks.has(mark), show);
    this.marks.add(mark);
  }

  private hasHappened({ type, detail }: SentEvent): boolean {
    if (type === 'SettingsChanged') {
      const settings = this.settings.get(detail.settings?.version ?? 0);
      return settings !== undefined && JSON.stringify(settings) === JSON.stringify(detail.settings);
    }
    const due = this.due.get(keyOf(detail.conversationSid, detail.version));
    if (due === undefined || !due.types.some((each) => each === type)) return false;
    return isAsItWas(detail, due.after) && due.names.includes(detail.by);
  }

  private historyIsWhole(conversationSid: string): void {
    const entries = this.world.histories.memory.of(conversationSid);
    const written = entries.map(
      ({ version, events }) => `${version} ${events.map(({ type }) => type).join()}`,
    );
    const due = [...this.due.values()].filter(({ after }) => after.conversationSid === conversationSid);
    const expected = due.map(({ after, types }) => `${after.version} ${types.join()}`);
    this.check(
      'a history has all that has happened, in its order, and nothing else',
      JSON.stringify(written) === JSON.stringify(expected),
      () => JSON.stringify({ conversationSid, written, expected }),
    );
    this.check(
      'history and bus know an event by the same id',
      entries.every((entry) => this.isKnownById(conversationSid, entry)),
      () => JSON.stringify({ conversationSid, entries }),
    );
    const { closedAt } = this.world.table.records.get(conversationSid)!;
    this.check(
      'a history ends with its record',
      this.world.histories.memory.closings(conversationSid).every((each) => each === closedAt),
      () => JSON.stringify({ conversationSid, closedAt }),
    );
  }

  private isKnownById(conversationSid: string, { version, events }: HistoryEntry): boolean {
    return events.every(
      ({ eventId, type }) => this.ids.get(`${keyOf(conversationSid, version)} ${type}`) === eventId,
    );
  }

  private changeIsTold(version: number, settings: Settings): void {
    const written = this.world.histories.memory.changes.get(version)?.settings;
    this.check(
      'a change of the settings is told and written down',
      this.ids.has(`${keyOf('settings', version)} SettingsChanged`) &&
        JSON.stringify(written) === JSON.stringify(settings),
      () => JSON.stringify({ version, written }),
    );
  }
}

function keyOf(subject: string, version: number): string {
  return `${subject} ${version}`;
}

function isAsItWas(detail: SentEvent['detail'], after: Conversation): boolean {
  return (
    detail.version === after.version &&
    detail.at === after.updatedAt &&
    detail.channelState === after.channelState &&
    detail.pause?.pauseId === after.pause?.pauseId &&
    detail.pause?.deadline === after.pause?.deadline &&
    detail.leave?.leaveId === after.leave?.leaveId
  );
}
