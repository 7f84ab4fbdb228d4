import type { Timer } from '../actions/ports';

/**
 * For functions that do not know the state machine: the one that it calls may not know its caller, and leaves stops to
 * the sweep; settings have nothing to do with timers.
 */
export const noTimer: Timer = {
  start: () => Promise.reject(new Error('This function starts no timers')),
  stop: () => Promise.reject(new Error('This function stops no timers')),
};
