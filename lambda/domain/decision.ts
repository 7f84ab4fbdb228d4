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
  /** Of `invalid-request`: what is wrong, in one sentence. */
  readonly detail?: string;
  /** Of `wrong-state`: where the conversation is. */
  readonly channelState?: ChannelState;
}

/** What becomes of a record. `nothing`: it stays as it is. */
export type Decision =
  { readonly kind: 'apply'; readonly next: Conversation } | { readonly kind: 'nothing' } | Refusal;

/** One cell of the table of moves. */
export type Move<Input> = (record: Conversation, input: Input, context: Context) => Decision;

/** The record stays as it is. */
export const NOTHING: Decision = { kind: 'nothing' };

/** The record becomes `next`; whoever writes it seals it. */
export function apply(next: Conversation): Decision {
  return { kind: 'apply', next };
}

/** @param detail what is wrong, where the code is `invalid-request` */
export function refuse(code: RefusalCode, detail?: string): Refusal {
  return { kind: 'refuse', code, ...(detail === undefined ? {} : { detail }) };
}

/** The table of moves has no such move from where the record is. */
export function wrongState({ channelState }: Pick<Conversation, 'channelState'>): Refusal {
  return { kind: 'refuse', code: 'wrong-state', channelState };
}
