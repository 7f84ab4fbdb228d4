import type { Answer } from '../functions';
import type { Parts } from '../parts';
import { phaseOf } from '../phase';
import type { Write } from './write';

/** What happened, counted, for whoever reads a report; nothing is judged by it. */
export class Tally {
  /** Who wrote when another had read, by the function that won and the one that lost. */
  readonly races: Record<string, number> = {};
  /** What people heard, by what they asked for. */
  readonly answers: Record<string, number> = {};
  /** By which run each phase of a conversation was ended. */
  readonly endedBy = new Map<string, string>();
  private readonly lastWriter = new Map<string, string>();

  constructor(private readonly world: Pick<Parts, 'runs' | 'faults'>) {}

  wrote({ before, after }: Pick<Write, 'before' | 'after'>): void {
    const run = this.world.runs.current;
    this.lastWriter.set(after.conversationSid, run?.name ?? 'another');
    if (before && phaseOf(before) !== phaseOf(after)) this.endedBy.set(phaseOf(before), run?.key ?? '');
  }

  lost(conversationSid: string): void {
    const race = `${this.lastWriter.get(conversationSid) ?? 'another'} before ${this.world.runs.current?.name}`;
    this.races[race] = (this.races[race] ?? 0) + 1;
  }

  answered(what: string, { status, body }: Answer): void {
    const { code } = body;
    const heard = `${what}: ${status ?? 'no answer'}${typeof code === 'string' ? ` ${code}` : ''}`;
    this.answers[heard] = (this.answers[heard] ?? 0) + 1;
    if (code === 'at-capacity' || (what === 'resume' && body['routedTo'] === 'workflow'))
      this.world.faults.count('agent at capacity');
  }
}
