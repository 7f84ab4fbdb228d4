import type { Writer } from '../../../local/twilio/conversations/writing';
import { DAY, HOUR, MINUTE, SECOND } from './constants';
import type { Parts } from './parts';

/** What is written around a Pause or Leave: a goodbye of the agent's, an answer of the customer's, at any time. */
export class Talk {
  constructor(
    private readonly world: Pick<Parts, 'time' | 'faults'>,
    private readonly write: (conversationSid: string, from: Writer) => void,
  ) {}

  /** An agent asks to put it aside at this moment. @param key of what is asked */
  putsAside(conversationSid: string, key: string): void {
    const { chance } = this.world.faults;
    const later = (name: string, most: number, from: Writer) =>
      this.world.time.after(chance.between(`${name} ${key}`, 0, most), () =>
        this.write(conversationSid, from),
      );
    if (chance.happens(`says goodbye ${key}`, 0.3)) later('goodbye', 20 * SECOND, 'agent');
    if (!chance.happens(`answers ${key}`, 0.5)) return;
    const most = ANSWERS_WITHIN[chance.between(`answers within ${key}`, 0, ANSWERS_WITHIN.length - 1)]!;
    later('answer', most, 'customer');
  }
}

const ANSWERS_WITHIN = [2 * SECOND, 2 * MINUTE, 3 * HOUR, 3 * DAY];
