import { type Conversation, holderOf } from './record';

/** Who asks, as Twilio told of the token. */
export interface Caller {
  /** Absent: may only do what a supervisor may. */
  readonly workerSid: string | null;
  readonly identity: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}

export type Route = 'pause' | 'leave' | 'complete' | 'resume' | 'end' | 'change-pause' | 'get';

/** Stands for the caller where commands are compared. */
export function callerId({ workerSid, identity }: Caller): string {
  return workerSid ?? identity;
}

/** Whether the caller may take this route for this conversation at all; whether it is the moment, the table of moves says. */
export function mayTake(route: Route, record: Conversation, caller: Caller): boolean {
  const { workerSid } = caller;
  const isHolder = workerSid !== null && holderOf(record) === workerSid;
  const parkedIt = workerSid !== null && record.parkedBy === workerSid;
  const isSupervisor = caller.role !== 'agent';
  switch (route) {
    case 'pause':
    case 'leave':
      return isHolder || (record.task === null && parkedIt);
    case 'complete':
      return isHolder || (holderOf(record) === null && parkedIt);
    case 'resume':
    case 'change-pause':
      return parkedIt || isSupervisor;
    case 'end':
    case 'get':
      return isHolder || parkedIt || isSupervisor;
  }
}
