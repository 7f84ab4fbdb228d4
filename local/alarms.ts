/** Something to do at a moment of the product's clock. */
export interface Alarm {
  readonly key: string;
  /** Milliseconds since 1970, of the product's clock. */
  readonly at: number;
  /** Of two alarms at the same moment, the one set first rings first. */
  readonly order: number;
  readonly fire: () => void | Promise<void>;
}

/** Alarms by key. Kept soonest last: most that is set or taken away rings soon, and moves few others. */
export class Alarms {
  readonly #byKey = new Map<string, Alarm>();
  readonly #soonestLast: Alarm[] = [];
  #set = 0;

  set(key: string, at: number, fire: Alarm['fire']): void {
    this.delete(key);
    const alarm = { key, at, order: (this.#set += 1), fire };
    this.#byKey.set(key, alarm);
    this.#soonestLast.splice(this.#placeOf(alarm), 0, alarm);
  }

  delete(key: string): void {
    const alarm = this.#byKey.get(key);
    if (!alarm) return;
    this.#byKey.delete(key);
    this.#soonestLast.splice(this.#placeOf(alarm), 1);
  }

  first(): Alarm | undefined {
    return this.#soonestLast.at(-1);
  }

  /** Takes the soonest alarm away if it is due at `moment`. */
  takeDue(moment: number): Alarm | undefined {
    const alarm = this.first();
    if (!alarm || alarm.at > moment) return undefined;
    this.delete(alarm.key);
    return alarm;
  }

  /** Index of the first alarm that does not ring after `alarm`: a binary search, as there may be a timer for each pause. */
  #placeOf(alarm: Alarm): number {
    let low = 0;
    let high = this.#soonestLast.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ringsBefore(alarm, this.#soonestLast[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function ringsBefore(one: Alarm, other: Alarm): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
