import { durationSeconds } from '../../../../lambda/domain/duration';
import type { Pause } from '../../../../lambda/domain/record';
import { type Asked, isAgent } from '../asks';
import type { Check } from '../checks';
import { DAY, MINUTE, MOST_SKEW, SECOND } from '../constants';
import type { Answer } from '../functions';
import type { Parts } from '../parts';

/** What may be asked for is not refused. */
export class Refusals {
  /** The pause that went on when its change was asked for. */
  private readonly pauses = new Map<Asked, Pause>();
  /** The version that waited for custom logic when that asked. */
  private readonly awaited = new Map<Asked, number>();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'table'>,
    private readonly check: Check,
  ) {}

  asked(asked: Asked): void {
    const pause = this.world.table.records.get(asked.conversationSid)?.pause;
    if (asked.what === 'change pause' && pause) this.pauses.set(asked, pause);
    const awaited = this.awaitedIn(asked);
    if (asked.what === 'service invite' && awaited !== undefined) this.awaited.set(asked, awaited);
  }

  answered(asked: Asked, answer: Answer): void {
    this.deadlineAnswered(asked, answer);
    const awaited = this.awaited.get(asked);
    if (awaited === undefined) return;
    this.check(
      'custom logic may invite while it has its time',
      answer.body['code'] !== 'wrong-state' || this.awaitedIn(asked) !== awaited,
      () => JSON.stringify(asked),
    );
  }

  /** The version of the record, while custom logic has its time. */
  private awaitedIn({ conversationSid }: Asked): number | undefined {
    const record = this.world.table.records.get(conversationSid);
    return record && 'await-custom-routing' in record.pending ? record.version : undefined;
  }

  private deadlineAnswered(asked: Asked, { status }: Answer): void {
    const pause = this.pauses.get(asked);
    const now = this.world.table.records.get(asked.conversationSid)?.pause;
    if (pause === undefined || pause.pauseId !== now?.pauseId) return;
    this.check(
      'another deadline that may be asked for is not refused',
      status !== 400 || !this.isWithin(asked, pause),
      () => `${JSON.stringify(asked)} of ${JSON.stringify(pause)}`,
    );
  }

  /** By the limit that held when the pause began, with room for clocks that are wrong. */
  private isWithin({ body, who }: Asked, { pausedAt, limitSeconds }: Pause): boolean {
    const begin = Date.parse(pausedAt);
    const seconds = durationSeconds((body['timeLimit'] as string | undefined) ?? '') ?? NaN;
    const deadline = Date.parse((body['until'] as string | undefined) ?? '') || begin + seconds * SECOND;
    const most = isAgent(who) ? limitSeconds * SECOND : 90 * DAY;
    return deadline - begin <= most && deadline - this.world.time.moment() > MINUTE + MOST_SKEW;
  }
}
