import { mkdirSync } from 'node:fs';
import { ClassicLevel } from 'classic-level';
import { type Collection, type State } from './ports';

const SEPARATOR = '\u0000';
type Change = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

/** Collections in memory, written through to one LevelDB folder, where there is one. */
export class LocalState implements State {
  readonly #collections = new Map<string, Map<string, unknown>>();
  #changed = new Map<string, { name: string; key: string }>();
  #written: Promise<void> = Promise.resolve();

  private constructor(private readonly level?: ClassicLevel<string, unknown>) {}

  /**
   * @param folder where the values stay between runs, made if missing; in memory without it
   * @throws       code `LEVEL_DATABASE_NOT_OPEN` when another process has the folder open
   */
  static async open(folder?: string): Promise<LocalState> {
    if (folder === undefined) return new LocalState();
    mkdirSync(folder, { recursive: true });
    const level = new ClassicLevel<string, unknown>(folder, { valueEncoding: 'json' });
    await level.open();
    const state = new LocalState(level);
    for await (const [place, value] of level.iterator()) {
      const [name, key] = split(place);
      state.#valuesOf(name).set(key, value);
    }
    return state;
  }

  collection<T>(name: string): Collection<T> {
    const values = this.#valuesOf(name) as Map<string, T>;
    const changed = (key: string) => this.#changed.set(name + SEPARATOR + key, { name, key });
    return {
      get: (key) => values.get(key),
      set: (key, value) => {
        values.set(key, value);
        changed(key);
      },
      delete: (key) => {
        if (values.delete(key)) changed(key);
      },
      values: () => [...values.values()],
    };
  }

  /** One batch at a time, each atomic: LevelDB hands it to the operating system, which outlives the process. */
  flush(): Promise<void> {
    this.#written = this.#written.then(() => this.#write());
    return this.#written;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.level?.close();
  }

  async #write(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed = new Map();
    if (!this.level || changed.length === 0) return;
    const batch = changed.map(([place, { name, key }]): Change => {
      const values = this.#valuesOf(name);
      return values.has(key)
        ? { type: 'put', key: place, value: values.get(key) }
        : { type: 'del', key: place };
    });
    await this.level.batch(batch);
  }

  #valuesOf(name: string): Map<string, unknown> {
    const known = this.#collections.get(name);
    if (known) return known;
    const values = new Map<string, unknown>();
    this.#collections.set(name, values);
    return values;
  }
}

function split(place: string): [name: string, key: string] {
  const end = place.indexOf(SEPARATOR);
  return [place.slice(0, end), place.slice(end + SEPARATOR.length)];
}
