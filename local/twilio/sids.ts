import { randomBytes } from 'node:crypto';

/** A new SID: two letters for the kind, 32 hexadecimal digits. */
export function newSid(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}

/** A SID that a person can recognise: the word (hexadecimal letters only) first, zeros behind it. */
export function readableSid(prefix: string, word: string): string {
  return prefix + word.padEnd(32, '0');
}
