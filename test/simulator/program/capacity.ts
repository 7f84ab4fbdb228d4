/** How many tasks each agent of the stand-in has at once, of each channel. */
export const capacity: { set: (tasks: number) => void } = {
  /** Takes the place of the stand-in's constant: see build.ts. */
  set: () => undefined,
};
