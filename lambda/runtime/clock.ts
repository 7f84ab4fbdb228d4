/** Where every function reads the time. On one machine, the local set-up puts a clock in its place that can be advanced. */
export const clock = {
  now: (): Date => new Date(),
  /** Milliseconds since some moment, by a clock that never jumps. */
  elapsed: (): number => performance.now(),
};
