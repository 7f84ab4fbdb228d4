import type { Timer } from '../actions/ports';

/** For the function that the state machine calls, and that may not know its caller: it leaves stops to the sweep. */
export const noTimer: Timer = {
  start: () => Promise.reject(new Error('This function starts no timers')),
  stop: () => Promise.reject(new Error('This function stops no timers')),
};
