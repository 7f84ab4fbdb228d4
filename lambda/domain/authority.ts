import type { Cause } from './cause';
import { type Conversation, holderOf } from './record';
import { isSid } from './sids';

/** Who asks, as Twilio told of the token. */
export interface Caller {
  /** Absent: may only do what a supervisor may. */
  readonly workerSid: string | null;
  readonly identity: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}

export type Route = 'pause' | 'leave' | 'complete' | 'resume' | 'reassign' | 'end' | 'change-pause' | 'get';

export function isSupervisor({ role }: Caller): boolean {
  return role !== 'agent';
}

/**
 * Whether the caller may see a list of these conversations.
 *
 * @param whose `me`, `all` or a worker SID; what is none of these is nobody's, and wrong for another reason
 */
export function mayList(whose: string, caller: Caller): boolean {
  if (isSupervisor(caller)) return true;
  const isOthers = whose === 'all' || (isSid('WK', whose) && whose !== caller.workerSid);
  return caller.workerSid !== null && !isOthers;
}

/** Stands for the caller where commands are compared. */
export function callerId({ workerSid, identity }: Caller): string {
  return workerSid ?? identity;
}

/** What stands in events and history. A person whose token has no worker stays unnamed: an identity may be an address. */
export function causeOf({ workerSid }: Caller): Cause {
  return isSid('WK', workerSid) ? workerSid : 'system';
}

/** Whether the caller may take this route for this conversation at all; whether it is the moment, the table of moves says. */
export function mayTake(route: Route, record: Conversation, caller: Caller): boolean {
  const { workerSid } = caller;
  const isHolder = workerSid !== null && holderOf(record) === workerSid;
  const parkedIt = workerSid !== null && record.parkedBy === workerSid;
  const supervises = isSupervisor(caller);
  switch (route) {
    case 'pause':
    case 'leave':
      return isHolder || (record.task === null && parkedIt);
    case 'complete':
      return isHolder || (holderOf(record) === null && parkedIt);
    case 'resume':
    case 'change-pause':
      return parkedIt || supervises;
    case 'reassign':
      return supervises;
    case 'end':
    case 'get':
      return isHolder || parkedIt || supervises;
  }
}
