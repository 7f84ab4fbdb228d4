import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each entry tells, in this order. */
export const PARTS = ['Meaning', 'Impact', 'Look at', 'Do'];

export interface Entry {
  readonly alarm: string;
  /** Title and text of each part. */
  readonly parts: readonly (readonly [title: string, text: string])[];
}

/** The entries of docs/runbook.md. */
export function runbook(): Entry[] {
  const text = readFileSync(join(__dirname, '../../docs/runbook.md'), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [alarm = '', ...lines] = section.split(/^##? .*$/m)[0]!.split('\n');
      const parts = lines.flatMap((line) => {
        const [, title, said] = /^- \*\*(.+?)\*\*: (.*)$/.exec(line) ?? [];
        return title === undefined || said === undefined ? [] : [[title, said] as const];
      });
      return { alarm: alarm.trim(), parts };
    });
}
