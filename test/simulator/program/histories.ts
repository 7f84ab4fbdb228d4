import type { History } from '../../../lambda/actions/ports';
import type { HistoryEntry } from '../../../lambda/domain/history-entry';
import type { SettingsChange } from '../../../lambda/domain/settings-change';
import type { Instant } from '../../../lambda/domain/time';
import { MemoryHistory } from '../../doubles/history';

/** How the table is asked for something. */
type Ask = <T>(name: string, perform: () => Promise<T>) => Promise<T>;

/** The entries in the table of records, with what DynamoDB can do to its callers. */
export class Histories implements History {
  readonly memory = new MemoryHistory();

  constructor(private readonly ask: Ask) {}

  write(conversationSid: string, entry: HistoryEntry, closedAt: Instant | null) {
    return this.ask('write history', () => this.memory.write(conversationSid, entry, closedAt));
  }

  expire(conversationSid: string, closedAt: Instant) {
    return this.ask('expire history', () => this.memory.expire(conversationSid, closedAt));
  }

  writeChange(change: SettingsChange) {
    return this.ask('write history', () => this.memory.writeChange(change));
  }

  read(conversationSid: string, version: number) {
    return this.ask('read history', () => this.memory.read(conversationSid, version));
  }

  page(conversationSid: string, version: number, limit: number) {
    return this.ask('page of history', () => this.memory.page(conversationSid, version, limit));
  }
}
