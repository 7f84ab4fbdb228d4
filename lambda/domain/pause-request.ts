import type { Caller } from './authority';
import { type Refusal, refuse } from './decision';
import { durationSeconds } from './duration';
import type { Pause } from './record';
import { DURATION_LIMITS, type Settings } from './settings';
import { type Instant, MINUTE, plusSeconds, secondsBetween } from './time';

/** How long a pause is asked to last: at most one of the two. */
export interface RequestedLength {
  readonly timeLimit?: string | undefined;
  readonly until?: Instant | undefined;
}

const LEAST_SECONDS_AHEAD = MINUTE;

/** The deadline of a new pause: as asked, for an agent at most the settings' limit; as the settings say when nothing is asked. */
export function newDeadline(
  asked: RequestedLength,
  { pause }: Settings,
  caller: Caller,
  now: Instant,
): { deadline: Instant; limitSeconds: number } | Refusal {
  const limitSeconds = durationSeconds(pause.timeLimit) ?? DURATION_LIMITS.pauseTimeLimit.most;
  const deadline = askedDeadline(asked, now) ?? plusSeconds(now, limitSeconds);
  const most = mostSeconds(caller, limitSeconds);
  return tooSoon(deadline, now) ?? tooLate(deadline, now, most) ?? { deadline, limitSeconds };
}

/**
 * Another deadline for a pause that goes on: an agent keeps to the limit that held when it began, a supervisor to
 * 90 days. Where nothing is paused, only what is wrong by itself is refused here.
 */
export function changedDeadline(
  asked: RequestedLength,
  pause: Pause | null,
  caller: Caller,
  now: Instant,
): { deadline?: Instant } | Refusal {
  if (pause === null) return (asked.until === undefined ? undefined : tooSoon(asked.until, now)) ?? {};
  const deadline = askedDeadline(asked, pause.pausedAt);
  if (deadline === undefined) return {};
  const most = mostSeconds(caller, pause.limitSeconds);
  return tooSoon(deadline, now) ?? tooLate(deadline, pause.pausedAt, most) ?? { deadline };
}

function askedDeadline({ timeLimit, until }: RequestedLength, from: Instant): Instant | undefined {
  if (until !== undefined) return until;
  const seconds = timeLimit === undefined ? undefined : durationSeconds(timeLimit);
  return seconds === undefined ? undefined : plusSeconds(from, seconds);
}

function tooSoon(deadline: Instant, now: Instant): Refusal | undefined {
  return secondsBetween(now, deadline) < LEAST_SECONDS_AHEAD
    ? refuse('invalid-request', 'The deadline must be at least one minute ahead')
    : undefined;
}

function mostSeconds({ role }: Caller, agentsLimit: number): number {
  return role === 'agent' ? agentsLimit : DURATION_LIMITS.pauseTimeLimit.most;
}

function tooLate(deadline: Instant, from: Instant, most: number): Refusal | undefined {
  return secondsBetween(from, deadline) > most
    ? refuse(
        'invalid-request',
        `The deadline is beyond the time limit: ${plusSeconds(from, most)} at the latest`,
      )
    : undefined;
}

/** What agents write may be about a patient. */
export function problemWithNote(note: string | undefined, { hipaa }: Settings): string | undefined {
  return hipaa && note !== undefined ? 'Notes are not kept under HIPAA' : undefined;
}
