import type { History } from '../../lambda/actions/ports';
import type { HistoryEntry } from '../../lambda/domain/history-entry';
import type { SettingsChange } from '../../lambda/domain/settings-change';
import type { Instant } from '../../lambda/domain/time';
import { frozen } from './frozen';

interface Kept {
  readonly entry: HistoryEntry;
  readonly closedAt: Instant | null;
}

/** Histories in memory: an entry that is written again must be as it was. */
export class MemoryHistory implements History {
  readonly calls: string[] = [];
  /** Of the settings, by version. */
  readonly changes = new Map<number, SettingsChange>();
  private readonly kept = new Map<string, Map<number, Kept>>();
  private readonly failures = new Map<string, number>();

  async write(conversationSid: string, entry: HistoryEntry, closedAt: Instant | null): Promise<void> {
    this.called('write');
    const entries = this.entriesOf(conversationSid);
    const before = entries.get(entry.version)?.entry;
    if (before && JSON.stringify(before) !== JSON.stringify(entry))
      throw new Error(`another entry of ${conversationSid} has version ${entry.version}`);
    entries.set(entry.version, frozen({ entry, closedAt }));
  }

  async expire(conversationSid: string, closedAt: Instant): Promise<void> {
    this.called('expire');
    const entries = this.entriesOf(conversationSid);
    for (const [version, { entry }] of entries) entries.set(version, { entry, closedAt });
  }

  async writeChange(change: SettingsChange): Promise<void> {
    this.called('writeChange');
    this.changes.set(change.settings.version, frozen(change));
  }

  async read(conversationSid: string, version: number): Promise<HistoryEntry | undefined> {
    this.called('read');
    return this.entriesOf(conversationSid).get(version)?.entry;
  }

  async page(conversationSid: string, version: number, limit: number) {
    this.called('page');
    const from = this.of(conversationSid).filter((entry) => entry.version >= version);
    return { entries: from.slice(0, limit), hasMore: from.length > limit };
  }

  /** All entries of a conversation, oldest first. */
  of(conversationSid: string): HistoryEntry[] {
    const entries = [...this.entriesOf(conversationSid).values()].map(({ entry }) => entry);
    return entries.sort((a, b) => a.version - b.version);
  }

  /** When the record was closed that each entry goes with. */
  closings(conversationSid: string): (Instant | null)[] {
    return [...this.entriesOf(conversationSid).values()].map(({ closedAt }) => closedAt);
  }

  fail(call: keyof History, count: number): void {
    this.failures.set(call, count);
  }

  private called(call: keyof History): void {
    this.calls.push(call);
    const left = this.failures.get(call) ?? 0;
    if (left === 0) return;
    this.failures.set(call, left - 1);
    throw new Error(`the table does not answer: ${call}`);
  }

  private entriesOf(conversationSid: string): Map<number, Kept> {
    const entries = this.kept.get(conversationSid) ?? new Map<number, Kept>();
    this.kept.set(conversationSid, entries);
    return entries;
  }
}
