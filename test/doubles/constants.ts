/** The moment at which a test's clock stands until it is moved. */
export const NOW = '2026-03-02T09:00:00Z';

/** A SID of Twilio's form. Without a number: the one of its kind where a test has only one. */
export function sid(prefix: string, number = 1): string {
  return `${prefix}${number.toString(16).padStart(32, '0')}`;
}

export const ALICE = sid('WK', 1);
export const BOB = sid('WK', 2);
export const WORKFLOW = sid('WW', 1);
export const QUEUE = sid('WQ', 1);
export const FLOW = sid('FW', 1);
