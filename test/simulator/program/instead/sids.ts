import { here } from '../here';

/** SIDs that are the same each time. */
export const newSid = (prefix: string): string => here.world.newSid(prefix);

export function readableSid(prefix: string, word: string): string {
  return prefix + word.padEnd(32, '0');
}
