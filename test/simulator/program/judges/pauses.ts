import { durationSeconds } from '../../../../lambda/domain/duration';
import type { Conversation, Pause } from '../../../../lambda/domain/record';
import type { Settings } from '../../../../lambda/domain/settings';
import { asksFor, isAgent, isCommand } from '../asks';
import type { Check } from '../checks';
import { DAY, MOST_SKEW, SECOND } from '../constants';
import type { Parts } from '../parts';
import type { Handovers } from './handovers';
import type { Requests } from './requests';
import type { Write } from './write';

/** When a pause may end. */
export class Pauses {
  /** Milliseconds by which deadlines were late. */
  readonly lateness: number[] = [];
  private readonly ended = new Set<string>();
  private readonly limits: number[] = [];

  constructor(
    private readonly world: Pick<Parts, 'time'>,
    private readonly requests: Requests,
    private readonly handovers: Handovers,
    private readonly check: Check,
  ) {}

  /** From now on new pauses may have this limit. */
  settingsAre({ pause: { timeLimit } }: Settings): void {
    this.limits.push(durationSeconds(timeLimit) ?? 0);
  }

  wrote({ before, after, show }: Write): void {
    if (after.pause) this.deadlineIsAsAsked(before, after);
    if (before?.pause && after.pause?.pauseId !== before.pause.pauseId) this.ends(before.pause.pauseId, show);
    if (before?.pause && !after.pause && after.invite?.purpose === 'reassign')
      this.isReassigned(before, before.pause, after);
  }

  private ends(pauseId: string, show: () => string): void {
    this.check('a pause ends once', !this.ended.has(pauseId), show);
    this.ended.add(pauseId);
  }

  private deadlineIsAsAsked(before: Conversation | undefined, after: Conversation): void {
    const pause = after.pause!;
    const known = before?.pause?.pauseId === pause.pauseId ? before.pause : undefined;
    if (known?.deadline === pause.deadline) return;
    const begin = Date.parse(pause.pausedAt);
    const asked = this.requests.ofThisRun;
    const isAsked =
      asked?.what === (known ? 'change pause' : 'pause') &&
      asksFor(asked, pause, known ? undefined : pause.limitSeconds);
    const wasALimit = this.limits.includes(pause.limitSeconds);
    const isKept =
      known === undefined || (known.limitSeconds === pause.limitSeconds && known.pausedAt === pause.pausedAt);
    const most = asked && !isAgent(asked.who) ? 90 * DAY : pause.limitSeconds * SECOND;
    const isWithin = Date.parse(pause.deadline) - begin <= most;
    this.check(
      'a deadline is what was asked, or the limit when the pause began',
      isAsked && wasALimit && isKept && isWithin,
      () => JSON.stringify({ known, pause, asked, limits: this.limits }),
    );
  }

  /** Because somebody has asked for it, or by the deadline. */
  private isReassigned(before: Conversation, pause: Pause, after: Conversation): void {
    const late = this.world.time.moment() - Date.parse(pause.deadline);
    const isCommanded = isCommand(before, after) && after.lastCommand?.route === 'reassign';
    if (isCommanded || (late < 0 && this.handovers.mayGoToQueue(pause))) return;
    this.lateness.push(late);
    this.check('a deadline is never early', late >= -MOST_SKEW, () => `${late} ms: ${JSON.stringify(pause)}`);
  }
}
