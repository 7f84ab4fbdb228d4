import { type HandedOver } from '../api/client';
import { type Person } from './people';

/** "3 accepted: what Alice has paused is Bob’s now" */
export function handoverWords(
  { accepted, onItsWay }: HandedOver,
  from: Pick<Person, 'name'>,
  to: Pick<Person, 'name'> | null,
): string {
  if (accepted === 0) return `${from.name} has paused nothing.`;
  const target = to ? to.name : 'the queues';
  return onItsWay
    ? `${accepted} accepted: what ${from.name} has paused is on its way to ${target}.`
    : `${accepted} accepted: what ${from.name} has paused went to ${target}.`;
}
