/** How an outside call can be the last thing that happens, and whether what Twilio tells afterwards is lost. */
export interface CrashWay {
  /** Never made, or carried out and never answered. */
  readonly when: 'before' | 'after';
  readonly webhooksAreLost: boolean;
}

export const CRASH_WAYS: readonly CrashWay[] = [
  { when: 'before', webhooksAreLost: false },
  { when: 'after', webhooksAreLost: true },
];

export const EVERY_CRASH_WAY: readonly CrashWay[] = [
  ...CRASH_WAYS,
  { when: 'before', webhooksAreLost: true },
  { when: 'after', webhooksAreLost: false },
];
