import type { Cause } from './cause';
import type { Settings } from './settings';
import { type Instant, plusSeconds } from './time';
import { LEASE_SECONDS } from './pending';

/** A change of the settings, for who listens and for the history. */
export interface SettingsChange {
  /** Stays the same however often it is published. */
  readonly eventId: string;
  readonly at: Instant;
  readonly by: Cause;
  /** As they are since. */
  readonly settings: Settings;
}

/** Whether nobody is at it any more who made the change: then the sweep tells it. */
export function isLate({ at }: SettingsChange, now: Instant): boolean {
  return plusSeconds(at, LEASE_SECONDS) <= now;
}
