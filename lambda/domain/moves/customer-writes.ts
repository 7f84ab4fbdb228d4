import { oweCustomRouting } from '../custom-routing';
import { apply, type Decision, NOTHING } from '../decision';
import type { Context } from '../pending';
import type { Conversation } from '../record';
import type { Settings } from '../settings';
import { oweTimerStop } from '../timers';
import { activeAgain, bringBack } from './bring-back';
import { resumePause } from './resume';

const TO_ANYONE = { purpose: 'reply', workerSid: null, direct: false } as const;

export interface CustomerWritesInput {
  /** Highest index among the customer's messages that are new. */
  readonly index: number;
  /** Of the agent who paused; only looked at where a reply resumes. */
  readonly atCapacity: boolean;
  readonly settings: Settings;
}

/** The customer's reply brings a left conversation back: to the next available agent, or to whom custom logic sends it. */
export function reactivate(record: Conversation, input: CustomerWritesInput, context: Context): Decision {
  const { leave } = record;
  if (leave === null || isSeen(record, input)) return NOTHING;
  const replied = withReply(record, input, context);
  if (leave.onReply === 'new-task') return apply(bringBack(replied, TO_ANYONE, context));
  return apply(oweCustomRouting(activeAgain(replied, context), leave.customRoutingSeconds, context));
}

/** The customer writes to a paused conversation: by setting the agent is told, or has it back, or it goes to the queue. */
export function replyToPause(record: Conversation, input: CustomerWritesInput, context: Context): Decision {
  const { pause } = record;
  if (pause === null || isSeen(record, input)) return NOTHING;
  const replied = withReply(record, input, context);
  const { onCustomerReply, whenAtCapacity } = input.settings.pause;
  switch (onCustomerReply) {
    case 'notify':
      return apply(replied);
    case 'resume': {
      const resumed = resumePause(replied, { atCapacity: input.atCapacity, whenAtCapacity }, context);
      return resumed.kind === 'apply' ? resumed : apply(replied);
    }
    case 'queue':
      return apply(bringBack({ ...replied, pending: oweTimerStop(replied, context) }, TO_ANYONE, context));
  }
}

/** A doubled message, or one that was there before the conversation was put aside. */
function isSeen({ lastMessageIndex }: Conversation, { index }: CustomerWritesInput): boolean {
  return lastMessageIndex !== null && index <= lastMessageIndex;
}

function withReply(record: Conversation, { index }: CustomerWritesInput, { now }: Context): Conversation {
  return {
    ...record,
    lastCommand: null,
    lastMessageIndex: index,
    customerRepliedAt: record.customerRepliedAt ?? now,
  };
}
