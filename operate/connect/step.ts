/** A value of Twilio's configuration; null or empty: not set. */
export type Value = string | readonly string[] | null;

/** One field that is set. */
export interface SetField {
  readonly kind: 'set';
  /** Of the resource. */
  readonly address: string;
  /** As Twilio's form has it. */
  readonly field: string;
  /** `commas`: a list that is one field; `fields`: a list of which each item is a field. */
  readonly list?: 'commas' | 'fields';
  readonly before: Value;
  readonly after: Value;
}

/** A stream of Event Streams, or what it lacks. */
export interface OpenStream {
  readonly kind: 'stream';
  readonly destination: string;
  /** undefined: it is made. */
  readonly sinkSid: string | undefined;
  readonly subscriptionSid: string | undefined;
  /** Types of events that it does not have yet. */
  readonly types: readonly string[];
}

export type Step = SetField | OpenStream;

/** What to do about an address that is somebody else's. */
export const OTHERS =
  "It is somebody else's. Use --event-streams, which leaves it as it is, or --replace, which takes it away from them.";

/** Why something is left as it is. */
export interface Conflict {
  readonly address: string;
  readonly field: string;
  readonly is: Value;
  /** What to do, in a sentence. */
  readonly do: string;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly conflicts: readonly Conflict[];
}

/** What whoever connects wants done where an address is taken. */
export interface Wishes {
  /** Somebody else's address gives way to ours. */
  readonly replace?: boolean | undefined;
  /** Where an address is somebody else's, the events come by Event Streams. */
  readonly eventStreams?: boolean | undefined;
}
