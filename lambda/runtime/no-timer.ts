import type { Timer } from '../actions/ports';

/** For the function that the state machine itself calls: it may not know its caller, and leaves stops to the sweep. */
export const noTimer: Timer = {
  start: () => Promise.reject(new Error('This function starts no timers')),
  stop: () => Promise.reject(new Error('This function stops no timers')),
};
