import type { Answer } from '../functions';
import type { Parts } from '../parts';

/** What happened, counted, for whoever reads a report; nothing is judged by it. */
export class Tally {
  /** Who wrote when another had read, by the function that won and the one that lost. */
  readonly races: Record<string, number> = {};
  /** What people heard, by what they asked for. */
  readonly answers: Record<string, number> = {};
  private readonly lastWriter = new Map<string, string>();

  constructor(private readonly world: Pick<Parts, 'runs' | 'faults'>) {}

  wrote(conversationSid: string): void {
    this.lastWriter.set(conversationSid, this.world.runs.current?.name ?? 'another');
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
