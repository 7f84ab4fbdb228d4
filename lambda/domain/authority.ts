import type { Cause } from './cause';
import { type Conversation, holderOf } from './record';
import { isSid } from './sids';

/** Who asks: by a token, as Twilio told of it, or by IAM. */
export interface Caller {
  /** Absent: may only do what a supervisor may. */
  readonly workerSid: string | null;
  readonly identity: string;
  /** `service`: custom logic, which has no token. */
  readonly role: 'agent' | 'supervisor' | 'admin' | 'service';
}

export type Route =
  'pause' | 'leave' | 'complete' | 'resume' | 'reassign' | 'end' | 'change-pause' | 'get' | 'service-invite';

/** Custom logic of the same account, let in by IAM. */
export const SERVICE: Caller = { workerSid: null, identity: 'service', role: 'service' };

export function isSupervisor({ role }: Caller): boolean {
  return role === 'supervisor' || role === 'admin';
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
export function causeOf({ workerSid, role }: Caller): Cause {
  if (role === 'service') return 'service';
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
    case 'service-invite':
      return caller.role === 'service';
  }
}
