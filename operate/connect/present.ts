import { type Conflict, type Step, type Value } from './step';
import { type Undo } from './undo';

/** A plan as people read it. Of others' addresses neither password nor query is shown. */
export function present(steps: readonly Step[], conflicts: readonly Conflict[]): string[] {
  return [...steps.flatMap(presentStep), ...conflicts.flatMap(presentConflict)];
}

export function presentUndo(steps: readonly Undo[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'remove') return [`${pathOf(step.address)}`, '  is removed'];
    const { address, field } = step.done;
    if (step.kind === 'leave')
      return [
        `${pathOf(address)} ${field}`,
        `  is       ${shown(step.is)}`,
        '  stays, because somebody else has set it',
      ];
    return fieldLines(address, field, step.is, step.after);
  });
}

function presentStep(step: Step): string[] {
  if (step.kind === 'set') return fieldLines(step.address, step.field, step.before, step.after);
  const { destination, sinkSid, types } = step;
  return [
    `Event Streams to ${destination}${sinkSid === undefined ? '' : ` (${sinkSid})`}`,
    `  adds     ${types.join(', ')}`,
  ];
}

function presentConflict({ address, field, is, do: todo }: Conflict): string[] {
  return [`${pathOf(address)} ${field}`, `  is       ${shown(is)}`, `  stays    ${todo}`];
}

function fieldLines(address: string, field: string, before: Value, after: Value): string[] {
  return [`${pathOf(address)} ${field}`, `  is       ${shown(before)}`, `  will be  ${shown(after)}`];
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}

function shown(value: Value): string {
  if (value === null || value.length === 0) return '(not set)';
  return typeof value === 'string' ? withoutSecrets(value) : value.join(', ');
}

/** Passwords and keys stand before the host, and in the query. */
export function withoutSecrets(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.username === '' && url.search === '') return text;
  return `${url.protocol}//${url.username === '' ? '' : '…@'}${url.host}${url.pathname}${url.search === '' ? '' : '?…'}${url.hash}`;
}
