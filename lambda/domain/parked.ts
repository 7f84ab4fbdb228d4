import type { Conversation } from './record';
import type { Instant } from './time';

/** How an agent has put a conversation aside. */
export type Parking = 'pause' | 'leave';

/** A paused or left conversation as a list has it. */
export interface Parked {
  readonly workerSid: string;
  /** Deadline or expiry: its place in the list. */
  readonly until: Instant;
  /** When it came to that place, or later. */
  readonly placedAt: Instant;
}

/** The pause counts from its beginning, also while it is wrapped up; null: the record is not put aside like this. */
export function parkedAs(parking: Parking, record: Conversation): Parked | null {
  return parking === 'pause' ? pausedAs(record) : leftAs(record);
}

/** Only a deadline that was changed has had another place; when that was, nothing tells more closely than the last write. */
function pausedAs({ pause, updatedAt }: Conversation): Parked | null {
  if (pause === null) return null;
  const { workerSid, deadline, pausedAt, timers } = pause;
  return { workerSid, until: deadline, placedAt: timers > 1 ? updatedAt : pausedAt };
}

function leftAs({ leave, channelState }: Conversation): Parked | null {
  if (leave === null || channelState !== 'inactive') return null;
  return { workerSid: leave.workerSid, until: leave.expiresAt, placedAt: leave.leftAt };
}
