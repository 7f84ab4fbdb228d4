import type { Handover } from '../../../../lambda/domain/handover';
import type { Conversation, Pause } from '../../../../lambda/domain/record';
import type { DemoUser } from '../../../../local/twilio/demo';
import { isAgent } from '../asks';
import type { Check } from '../checks';
import { MOST_SKEW, SECOND } from '../constants';
import type { Answer } from '../functions';
import type { Parts } from '../parts';
import type { Write } from './write';

/** What somebody asked for in one request. */
export interface HandoverAsked {
  readonly who: DemoUser;
  readonly from: string;
  /** undefined: to the queues. */
  readonly to: string | undefined;
}

/** A run that is asked ends within this time, and what it takes was paused by then. */
const ANSWERED_WITHIN = 25 * SECOND;

interface Asking extends HandoverAsked {
  readonly at: number;
  /** Pauses that the agent had then, and still has: those must go, once it is answered with success. */
  readonly stay: Set<string>;
  isGranted: boolean;
}

/** Whose pauses go to whom, and when. */
export class Handovers {
  private readonly askings: Asking[] = [];
  /** Since when agents are deleted. */
  private readonly gone = new Map<string, number>();
  /** How often each pause went from one agent to another one. */
  private readonly moves = new Map<string, number>();

  constructor(
    private readonly world: Pick<Parts, 'time' | 'table'>,
    private readonly check: Check,
  ) {}

  /** @returns what is to be told of its answer */
  asked(asked: HandoverAsked): (answer: Answer) => void {
    const pauses = [...this.world.table.records.values()].flatMap(({ pause }) => pause ?? []);
    const at = this.world.time.moment();
    const ofAgent = pauses.filter(({ workerSid, pausedAt }) => {
      return workerSid === asked.from && Date.parse(pausedAt) <= at - MOST_SKEW;
    });
    const stay = new Set(ofAgent.map(({ pauseId }) => pauseId));
    const asking: Asking = { ...asked, at, stay, isGranted: false };
    this.askings.push(asking);
    return ({ status = 0 }) => {
      asking.isGranted = status >= 200 && status <= 299;
      this.check(
        'only supervisors hand over',
        !asking.isGranted || !isAgent(asked.who),
        () => `${asked.who.name} hands over`,
      );
    };
  }

  wrote({ before, after, show }: Write): void {
    if (!before?.pause) return;
    const { pauseId, workerSid } = before.pause;
    const isStill = after.pause?.pauseId === pauseId && after.pause.workerSid === workerSid;
    if (isStill) return;
    for (const asking of this.askings) if (asking.from === workerSid) asking.stay.delete(pauseId);
    if (after.pause?.pauseId === pauseId) this.isMoved(before.pause, after, show);
  }

  /** Every event of Twilio's. */
  happened({ EventType: type, WorkerSid: workerSid = '' }: Record<string, string>): void {
    if (type === 'worker.deleted') this.gone.set(workerSid, this.world.time.moment());
  }

  isGone(workerSid: string): boolean {
    return this.gone.has(workerSid);
  }

  /** Whether a pause may go to its queue before its deadline: somebody has handed it over, or its agent is deleted. */
  mayGoToQueue(pause: Pause): boolean {
    return this.isGone(pause.workerSid) || this.whoMoves(pause, null).length > 0;
  }

  /** Who has asked for a pause to become this one; null: to go to its queue, where also goes what a deleted agent was to have. */
  whoMoves(pause: Pause, to: Pause | null): DemoUser[] {
    return this.askings
      .filter((asking) => takes(asking, pause) && this.isTo(asking, to))
      .map(({ who }) => who);
  }

  /**
   * A sweep has come to its end.
   *
   * @param since  when nothing was out that brings back what deleted agents have paused
   * @param within milliseconds that it may take
   */
  deletedHaveNothing(since: number, within: number): void {
    for (const { pause, conversationSid } of this.world.table.records.values()) {
      const gone = pause === null ? undefined : this.gone.get(pause.workerSid);
      if (gone === undefined) continue;
      const waits = this.world.time.moment() - Math.max(gone, since, Date.parse(pause!.pausedAt));
      this.check(
        'what a deleted agent has paused is brought back',
        waits < within,
        () => `${conversationSid}: ${JSON.stringify(pause)}`,
      );
    }
  }

  /** When everything has worked again for two hours. */
  areDone(): void {
    for (const { isGranted, stay, from, to } of this.askings)
      if (isGranted)
        this.check(
          'what was handed over is handed over, all of it',
          stay.size === 0,
          () => `${[...stay].join(' ')} of ${from} to ${to}`,
        );
    for (const handover of this.world.table.handovers.all())
      this.check(
        'a handover that was written down is carried out, whether anybody heard of it or not',
        this.left(handover).length === 0,
        () => `${JSON.stringify(handover)}: ${JSON.stringify(this.left(handover))}`,
      );
  }

  private isTo({ to }: Asking, pause: Pause | null): boolean {
    return pause === null ? to === undefined || this.isGone(to) : to === pause.workerSid;
  }

  /** Pauses that it should have taken, but for those that were handed to the agent by another one. */
  private left({ fromWorkerSid, pausedUpTo }: Handover): Pause[] {
    const gone = [...this.moves.keys()].map((move) => move.split(' ')[0]);
    return [...this.world.table.records.values()]
      .flatMap(({ pause }) => pause ?? [])
      .filter(({ workerSid, pausedAt }) => {
        return workerSid === fromWorkerSid && (pausedUpTo === null || pausedAt <= pausedUpTo);
      })
      .filter(({ pauseId }) => !gone.includes(pauseId));
  }

  /** The same pause, with the same deadline, and somebody else's because a supervisor has asked for that. */
  private isMoved(before: Pause, after: Conversation, show: () => string): void {
    const { pause } = after;
    const move = `${before.pauseId} ${before.workerSid} ${pause!.workerSid}`;
    const times = (this.moves.get(move) ?? 0) + 1;
    this.moves.set(move, times);
    this.check(
      'a pause is another agent’s once for each time that a supervisor asks for it, and else as it was',
      this.whoMoves(before, pause).length >= times &&
        after.parkedBy === pause!.workerSid &&
        JSON.stringify(withoutOwner(pause!)) === JSON.stringify(withoutOwner(before)),
      show,
    );
  }
}

function takes({ who, from, at }: Asking, { workerSid, pausedAt }: Pause): boolean {
  const isInTime = Date.parse(pausedAt) <= at + ANSWERED_WITHIN + MOST_SKEW;
  return !isAgent(who) && workerSid === from && isInTime;
}

/** What another agent finds as it was. */
function withoutOwner(pause: Pause): object {
  return { ...pause, workerSid: null, handedOverBy: null };
}
