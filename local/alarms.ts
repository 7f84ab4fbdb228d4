/** Something to do at a moment of the product's clock. */
export interface Alarm {
  readonly key: string;
  /** Milliseconds since 1970, of the product's clock. */
  readonly at: number;
  /** Of two alarms at the same moment, the one set first rings first. */
  readonly order: number;
  readonly fire: () => void | Promise<void>;
}

/** Alarms by key, soonest first. */
export class Alarms {
  readonly #byKey = new Map<string, Alarm>();
  readonly #inOrder: Alarm[] = [];
  #set = 0;

  set(key: string, at: number, fire: Alarm['fire']): void {
    this.delete(key);
    const alarm = { key, at, order: (this.#set += 1), fire };
    this.#byKey.set(key, alarm);
    this.#inOrder.splice(this.#placeOf(alarm), 0, alarm);
  }

  delete(key: string): void {
    const alarm = this.#byKey.get(key);
    if (!alarm) return;
    this.#byKey.delete(key);
    this.#inOrder.splice(this.#placeOf(alarm), 1);
  }

  first(): Alarm | undefined {
    return this.#inOrder[0];
  }

  /** Takes the soonest alarm away if it is due at `moment`. */
  takeDue(moment: number): Alarm | undefined {
    const alarm = this.#inOrder[0];
    if (!alarm || alarm.at > moment) return undefined;
    this.delete(alarm.key);
    return alarm;
  }

  /** Index of the first alarm that does not ring before `alarm`: a binary search, as there may be a timer for each pause. */
  #placeOf(alarm: Alarm): number {
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ringsBefore(this.#inOrder[middle]!, alarm)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function ringsBefore(one: Alarm, other: Alarm): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
