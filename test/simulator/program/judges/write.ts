import type { Conversation } from '../../../../lambda/domain/record';

/** One version of a record, as it is written. */
export interface Write {
  readonly before: Conversation | undefined;
  readonly after: Conversation;
  /** Both, and who wrote, for whoever has to understand what went wrong. */
  readonly show: () => string;
}
