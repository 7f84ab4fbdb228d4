import { DAY, HOUR, MINUTE } from './time';

/** What an administrator can set. Durations are ISO 8601. The defaults switch both options off. */
export interface Settings {
  /** 0 = never written, +1 per change. */
  readonly version: number;
  readonly leave: {
    readonly enabled: boolean;
    readonly onReply: 'new-task' | 'custom-routing';
    readonly studioFlowSid: string | null;
    readonly customRoutingTimeout: string;
    readonly expiresAfter: string;
  };
  readonly pause: {
    readonly enabled: boolean;
    /** Default length of a pause, and the longest that an agent may choose. New pauses only. */
    readonly timeLimit: string;
    readonly whenAtCapacity: 'workflow' | 'refuse';
    readonly onCustomerReply: 'notify' | 'resume' | 'queue';
    readonly acceptBy: 'server' | 'client';
    /** Soft limit of pauses per agent; null = none. */
    readonly maxPerAgent: number | null;
    /** When not empty, a pause's reason must be one of these. */
    readonly reasons: readonly string[];
    readonly requireReason: boolean;
  };
  readonly botIdentities: readonly string[];
  /** false: Leave and Pause close the agent's task at once. */
  readonly wrapUp: boolean;
  readonly hipaa: boolean;
  /** Under `hipaa`, the only task attributes that are kept and sent again. */
  readonly hipaaAttributes: readonly string[];
  readonly compareCallsPerMinute: number;
}

/** Written nowhere until an administrator changes something. 60 comparisons a minute are one call to Twilio a second. */
export const DEFAULT_SETTINGS: Settings = {
  version: 0,
  leave: {
    enabled: false,
    onReply: 'new-task',
    studioFlowSid: null,
    customRoutingTimeout: 'PT1H',
    expiresAfter: 'P90D',
  },
  pause: {
    enabled: false,
    timeLimit: 'P14D',
    whenAtCapacity: 'workflow',
    onCustomerReply: 'notify',
    acceptBy: 'server',
    maxPerAgent: null,
    reasons: [],
    requireReason: false,
  },
  botIdentities: [],
  wrapUp: true,
  hipaa: false,
  hipaaAttributes: [],
  compareCallsPerMinute: 60,
};

/** Shortest and longest values of the durations, in seconds. 90 days: a Flex channel vanishes after 180 without an update. */
export const DURATION_LIMITS = {
  pauseTimeLimit: { least: MINUTE, most: 90 * DAY },
  leaveExpiresAfter: { least: HOUR, most: 90 * DAY },
  customRoutingTimeout: { least: MINUTE, most: 7 * DAY },
} as const;

/** Channels on which a conversation may be put aside under `hipaa`. */
const HIPAA_CHANNELS: readonly unknown[] = ['web', 'chat', 'sms'];

/** Whether conversations of this channel may be put aside. */
export function isEligible(channelType: unknown, { hipaa }: Pick<Settings, 'hipaa'>): boolean {
  return !hipaa || HIPAA_CHANNELS.includes(channelType);
}
