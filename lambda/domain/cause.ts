/** Who or what causes a decision: the person who asked, by worker SID, or one of these. */
export type Cause = `WK${string}` | 'customer' | 'deadline' | 'service' | 'system';
