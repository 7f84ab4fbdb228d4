import type { TimerInput } from '../../lambda/actions/ports';
import { recordItem, settingsItem } from '../../lambda/adapters/items';
import { sealed } from '../../lambda/domain/decide';
import type { Conversation } from '../../lambda/domain/record';
import { BOTH_ON } from '../doubles/deps';
import {
  active,
  awaiting,
  closed,
  closedWrappingUp,
  contextAt,
  CONVERSATION,
  DEADLINE,
  invited,
  leaving,
  left,
  leftWrappingUp,
  paused,
  pausing,
  waitingForAgent,
  wrappingUp,
} from '../doubles/records';

/** What a release has left behind in a table and in Step Functions, and what later ones have to read. */
export interface Kept {
  /** Input of a timer that waits. */
  readonly timer: TimerInput;
  /** Items of the table. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Items of the table, each the record of the same conversation, by what has happened to it. */
  readonly records: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const SCENES: Readonly<Record<string, () => Conversation>> = {
  active,
  'just paused': pausing,
  'wrapping up to pause': wrappingUp,
  paused,
  'just resumed': invited,
  'invite waits for its agent': waitingForAgent,
  'just left': leaving,
  'left, wrapping up': leftWrappingUp,
  left,
  'customer has replied, custom routing': awaiting,
  closed,
  'closed, wrapping up': closedWrappingUp,
};

/** What today's code leaves behind. */
export function today(): Kept {
  const records = Object.entries(SCENES).map(([name, scene]) => [name, itemOf(scene())] as const);
  const inPause = records.find(([name]) => name === 'paused')?.[1].record.pause;
  return {
    timer: { v: 1, conversationSid: CONVERSATION, pauseId: inPause!.pauseId, deadline: DEADLINE },
    settings: settingsItem(BOTH_ON, []),
    records: Object.fromEntries(records),
  };
}

function itemOf(record: Conversation) {
  return recordItem({ ...sealed(undefined, record, BOTH_ON, contextAt()), version: 1 });
}
