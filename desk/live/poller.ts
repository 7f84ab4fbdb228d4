import { asProblem, type Problem } from '../api/problem';

/** While something of the person's is changing. */
export const QUICK_MS = 2_000;
export const SLOW_MS = 15_000;
/** After failures one after the other; the last one for as long as it takes. */
const BACK_OFF_MS = [2_000, 5_000, 15_000, 30_000];

/** What a poller needs of the browser. */
export interface Surroundings {
  /** @returns ends it */
  after(milliseconds: number, act: () => void): () => void;
  isVisible(): boolean;
  /** @returns ends it */
  onVisibility(listener: () => void): () => void;
}

export interface PollerOptions<T> {
  readonly load: () => Promise<T>;
  /** Whether what was loaded is going to change soon by itself. */
  readonly isChanging: (value: T) => boolean;
  readonly onValue: (value: T) => void;
  readonly onProblem: (problem: Problem) => void;
  readonly surroundings: Surroundings;
}

/**
 * Asks again and again while the page is visible: quickly while something is changing, slowly else, and more and more
 * slowly while nobody answers. What was overtaken by a later question is not told.
 */
export class Poller<T> {
  private cancel: () => void = () => undefined;
  private round = 0;
  private failures = 0;
  private hurries = 0;
  private readonly endVisibility: () => void;

  constructor(private readonly options: PollerOptions<T>) {
    this.endVisibility = options.surroundings.onVisibility(() => this.visibilityChanged());
    this.refresh();
  }

  /** Asks now. */
  refresh(): void {
    this.cancel();
    void this.ask(++this.round);
  }

  /** Asks now, and quickly for a while: something was done whose consequences a list may show only in a moment. */
  hurry(): void {
    this.hurries = QUICK_ROUNDS_OF_A_HURRY;
    this.refresh();
  }

  end(): void {
    this.round++;
    this.cancel();
    this.endVisibility();
  }

  private async ask(round: number): Promise<void> {
    try {
      const value = await this.options.load();
      if (round !== this.round) return;
      this.failures = 0;
      this.options.onValue(value);
      this.again(this.quickly(value) ? QUICK_MS : SLOW_MS);
    } catch (error) {
      if (round !== this.round) return;
      const wait = BACK_OFF_MS[this.failures++] ?? BACK_OFF_MS.at(-1)!;
      this.options.onProblem(asProblem(error));
      this.again(wait);
    }
  }

  private quickly(value: T): boolean {
    if (this.hurries > 0) this.hurries--;
    return this.hurries > 0 || this.options.isChanging(value);
  }

  private again(wait: number): void {
    const { surroundings } = this.options;
    if (surroundings.isVisible()) this.cancel = surroundings.after(wait, () => this.refresh());
  }

  private visibilityChanged(): void {
    this.cancel();
    if (this.options.surroundings.isVisible()) this.refresh();
  }
}

/** Ten seconds: lists are behind their records by a second, a webhook takes some. */
const QUICK_ROUNDS_OF_A_HURRY = 5;
