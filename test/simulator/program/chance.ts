/**
 * Chance that depends on a seed and a name alone, and not on what was drawn before: leaving out one act of a plan
 * leaves the luck of all others as it was, so that a failing plan can be shrunk. Ids and SIDs count up, though, and stand
 * in the names of webhooks, timers and desks: the luck of what comes later through those may become another.
 */
export class Chance {
  constructor(private readonly noise: number) {}

  /** 0 up to 1, always the same for the same name. */
  of(name: string): number {
    let hash = 0x811c9dc5 ^ this.noise;
    for (let index = 0; index < name.length; index++) {
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  }

  happens(name: string, rate: number): boolean {
    return rate > 0 && this.of(name) < rate;
  }

  /** A whole number, both ends included. */
  between(name: string, least: number, most: number): number {
    return least + Math.floor(this.of(name) * (most - least + 1));
  }
}
