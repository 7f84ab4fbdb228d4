/** How long the outside calls of one run may take in all. */
export interface Budget {
  /** Milliseconds left, never negative. */
  left(): number;
}

/** @param elapsed milliseconds since the run began, by a clock that never jumps */
export function budgetOf(milliseconds: number, elapsed: () => number): Budget {
  return { left: () => Math.max(0, milliseconds - elapsed()) };
}
