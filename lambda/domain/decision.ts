import type { ChannelState, Conversation } from './record';
import type { Context } from './pending';

/** Why a command is refused; the words are those of the HTTP API. */
export type RefusalCode =
  | 'not-found'
  | 'not-authorized'
  | 'invalid-request'
  | 'option-off'
  | 'channel-not-eligible'
  | 'wrong-state'
  | 'at-capacity'
  | 'customer-replied'
  | 'pause-limit'
  | 'conversation-timer'
  | 'changed-meanwhile'
  | 'version-mismatch'
  | 'twilio-unavailable';

export interface Refusal {
  readonly kind: 'refuse';
  readonly code: RefusalCode;
  /** One sentence for the caller. */
  readonly detail?: string;
  /** Of `wrong-state`: where the conversation is. */
  readonly channelState?: ChannelState;
}

/** What becomes of a record. `nothing`: it stays as it is. */
export type Decision =
  { readonly kind: 'apply'; readonly next: Conversation } | { readonly kind: 'nothing' } | Refusal;

/** One cell of the table of moves. */
export type Move<Input> = (record: Conversation, input: Input, context: Context) => Decision;

export const NOTHING: Decision = { kind: 'nothing' };

export function apply(next: Conversation): Decision {
  return { kind: 'apply', next };
}

export function refuse(code: RefusalCode, detail?: string): Refusal {
  return { kind: 'refuse', code, ...(detail === undefined ? {} : { detail }) };
}

export function wrongState({ channelState }: Pick<Conversation, 'channelState'>): Refusal {
  return { kind: 'refuse', code: 'wrong-state', channelState };
}
