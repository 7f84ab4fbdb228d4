/** Where CloudWatch has them. Each is counted for a stack apart, by this dimension alone: a SID would make a metric of each conversation. */
export const NAMESPACE = 'FlexLeavePause';
export const DIMENSION = 'Stack';

/** What is measured, each with its unit in CloudWatch's words. What each means to whoever is on call: docs/runbook.md. */
export const METRICS = {
  /** From a pause's deadline to the write that takes it, by timer or sweep. */
  DeadlineLateness: 'Seconds',
  /** Effects that could have been carried out, and still are owed after a sweep, of the records that it looked at. */
  EffectsOwed: 'Count',
  /** Of these, how long ago the oldest could have been carried out; 0 without any. */
  OldestEffectAge: 'Seconds',
  /** Invites whose task ended without an agent, and those that custom logic did not bring in its time. */
  InvitesLost: 'Count',
  /** Invites that Twilio refuses for good: their workflow, queue or agent is not known. */
  InvitesRefused: 'Count',
  /** Accepts of a task while another of the same conversation lives. */
  DoubleTasks: 'Count',
  AcceptedButNotJoined: 'Count',
  ClosedByWrapUp: 'Count',
  /** Timers of a conversation that the table does not know. */
  TimersWithoutRecord: 'Count',
  /** Webhooks without a right signature, or of another account. */
  SignatureFailures: 'Count',
  /** Webhooks that were answered 503, for Twilio to send again. */
  WebhooksNotTaken: 'Count',
  /** Calls that Twilio did not carry out because there were too many: answers with 429, each try. */
  TwilioTooManyRequests: 'Count',
  /** Calls that got no answer, 5xx, or 401 and 403: those that an outage or wrong credentials make fail. Each try. */
  TwilioErrors: 'Count',
  /** Of a sweep that came to its end. */
  SweepDuration: 'Milliseconds',
  /** Records that a sweep could not carry on with. */
  RecordsFailed: 'Count',
  /** Of TaskRouter's list, each of which could not be taken for an hour, and kept those behind it waiting. */
  EventsGivenUp: 'Count',
  /** Conversations that a sweep has compared with Twilio. */
  ComparisonsMade: 'Count',
} as const;

export type MetricName = keyof typeof METRICS;

/** Values, each in its metric's unit. */
export type Measures = Readonly<Partial<Record<MetricName, number>>>;
