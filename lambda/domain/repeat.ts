import { callerId, type Caller, type Route } from './authority';
import type { Conversation, LastCommand } from './record';

/** A command as it is compared with the last one. */
export interface CommandId {
  readonly route: Route;
  readonly caller: Caller;
  /** Of the parsed body: equal bodies, equal text. */
  readonly fingerprint: string;
}

export function lastCommandOf({ route, caller, fingerprint }: CommandId): LastCommand {
  return { route, caller: callerId(caller), fingerprint };
}

/**
 * Whether this is the record's last command once more. Moves that are no consequence of it clear `lastCommand`,
 * so that what is there has had nothing since but its own wrap-up's end, invite and accept.
 */
export function isRepeat({ lastCommand }: Conversation, command: CommandId): boolean {
  return (
    lastCommand?.route === command.route &&
    lastCommand.caller === callerId(command.caller) &&
    lastCommand.fingerprint === command.fingerprint
  );
}
