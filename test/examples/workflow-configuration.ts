/** A workflow's configuration. Source: Twilio docs, TaskRouter, Workflow configuration, and Known Agent Routing. */
interface Target {
  readonly queue?: string;
  readonly expression?: string;
  readonly known_worker_sid?: string;
  /** Seconds; then the next target is tried, and after the last one the task is canceled. */
  readonly timeout?: number;
  readonly priority?: number;
}
export interface WorkflowConfiguration {
  readonly task_routing: {
    readonly filters: readonly {
      readonly filter_friendly_name: string;
      readonly expression: string;
      readonly targets: readonly Target[];
    }[];
    readonly default_filter: { readonly queue: string };
  };
}

type Attributes = Readonly<Record<string, unknown>>;

const QUEUE = /^WQ[0-9a-f]{32}$/;
/** The one form of expression that the example has. */
const CONTAINS = /^([\w.]+) CONTAINS '(\w+)'$/;

/** What TaskRouter would refuse, and what would leave a conversation waiting, a sentence each. */
export function problemsOfWorkflow({ task_routing: routing }: WorkflowConfiguration): string[] {
  return [
    ...(QUEUE.test(routing.default_filter.queue) ? [] : ['the default filter has no queue']),
    ...routing.filters.flatMap(({ filter_friendly_name: name, expression, targets }) =>
      [
        ...(CONTAINS.test(expression) ? [] : ['its expression is wrong']),
        ...(targets.every(({ queue = '' }) => QUEUE.test(queue)) ? [] : ['a target has no queue']),
        ...(targets.slice(0, -1).every(waitsOnlySoLong) ? [] : ['a target before the last waits for ever']),
        ...(takesAnybody(targets.at(-1)) ? [] : ['the last target does not take anybody']),
        ...(targets.some(({ priority }) => priority !== undefined) ? ['a target replaces the priority'] : []),
      ].map((problem) => `${name}: ${problem}`),
    ),
  ];
}

const waitsOnlySoLong = ({ timeout }: Target) => Number.isInteger(timeout) && timeout! > 0;

function takesAnybody(target: Target | undefined): boolean {
  const { expression, known_worker_sid: known, timeout } = target ?? { timeout: 0 };
  return expression === undefined && known === undefined && timeout === undefined;
}

/** Whom each target asks in turn, for a task with these attributes: a worker's SID, or anybody in the queue. */
export function asks({ task_routing: routing }: WorkflowConfiguration, attributes: Attributes): string[] {
  const filter = routing.filters.find(({ expression }) => holds(expression, attributes));
  if (filter === undefined) return ['anybody'];
  return filter.targets.map(({ known_worker_sid: known }) =>
    known === undefined ? 'anybody' : String(valueAt(known.replace(/^task\./, ''), attributes)),
  );
}

function holds(expression: string, attributes: Attributes): boolean {
  const [, key = '', part = ''] = CONTAINS.exec(expression) ?? [];
  const value = valueAt(key, attributes);
  return typeof value === 'string' && value.includes(part);
}

/** A key that is not there is null. */
function valueAt(key: string, attributes: Attributes): unknown {
  return key
    .split('.')
    .reduce<unknown>((object, name) => (object as Attributes | null | undefined)?.[name] ?? null, attributes);
}
