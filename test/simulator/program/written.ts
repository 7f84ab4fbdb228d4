import type { Conversation, Pause } from '../../../lambda/domain/record';
import { type Asked, asksFor } from './asks';

/** Everything that records ever said, for comparing answers with it. */
export class Written {
  private readonly states = new Set<string>();
  private readonly pauses = new Map<string, Pause[]>();

  add({ conversationSid, channelState, pause }: Conversation): void {
    this.states.add(stateOf(conversationSid, channelState, pause));
    if (pause === null) return;
    this.pauses.set(conversationSid, [...(this.pauses.get(conversationSid) ?? []), pause]);
  }

  /** Whether the conversation ever was what the answer says, and got the pause or deadline that was asked for. */
  has(asked: Asked, answer: Record<string, unknown>): boolean {
    const { what, conversationSid, who } = asked;
    const told = answer['pause'] as Pick<Pause, 'pauseId' | 'deadline'> | null;
    if (!this.states.has(stateOf(conversationSid, String(answer['channelState']), told))) return false;
    const pauses = this.pauses.get(conversationSid) ?? [];
    switch (what) {
      case 'pause':
        return pauses.some(
          (pause) => pause.workerSid === who.workerSid && asksFor(asked, pause, pause.limitSeconds),
        );
      case 'change pause':
        return pauses.some((pause) => !namesLength(asked) || asksFor(asked, pause, undefined));
      case 'end':
        return answer['channelState'] === 'closed';
      case 'leave':
      case 'resume':
      case 'reassign':
      case 'complete':
      case 'service invite':
      case 'read':
        return true;
    }
  }
}

function namesLength({ body }: Asked): boolean {
  return 'until' in body || 'timeLimit' in body;
}

function stateOf(
  conversationSid: string,
  channelState: string,
  pause: Pick<Pause, 'pauseId' | 'deadline'> | null,
): string {
  return `${conversationSid} ${channelState} ${pause?.pauseId} ${pause?.deadline}`;
}
