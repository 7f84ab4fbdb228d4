import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type CloudWatchLogs } from './cloudwatch-logs';
import { type Observe } from './observe';
import { type Activity } from './ports';
import { report } from './report';
import { resolve, resourcesOfType, type Template } from './template';

/** What Lambda gives a function whose template names no time-out. */
const DEFAULT_TIMEOUT_SECONDS = 3;

export type Handler = (event: unknown, context: LambdaContext) => Promise<unknown>;

/** The part of Lambda's context that handlers here may use. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  getRemainingTimeInMillis(): number;
}

/** A function of the template. */
export interface LocalFunction {
  /** Its entry: `lambda/<name>.ts`. */
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly handler: Handler;
  /** Name of its log group; undefined: it has none of its own. */
  readonly logGroup: string | undefined;
}

/** The functions of the template by logical id. */
export type FunctionNames = ReadonlyMap<string, string>;

/** @param entryOf the name of a function's entry file, by its logical id */
export function functionNames(template: Template, entryOf: (logicalId: string) => string): FunctionNames {
  return new Map(resourcesOfType(template, 'AWS::Lambda::Function').map(([id]) => [id, entryOf(id)]));
}

/**
 * The variables of all functions together: here they share one process.
 * @throws Error when two functions want different values for one variable
 */
export function environmentOf(template: Template, names: FunctionNames): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const logicalId of names.keys()) {
    const given = template.Resources[logicalId]?.Properties?.Environment as
      { Variables?: object } | undefined;
    const variables = resolve(template, given?.Variables ?? {}) as Record<string, string>;
    for (const [name, value] of Object.entries(variables)) {
      if ((environment[name] ?? value) !== value)
        throw new Error(`Functions disagree on the variable ${name}`);
      environment[name] = value;
    }
  }
  return environment;
}

/** Calls functions as Lambda does: event and answer travel as JSON, and each call has an id. */
export class Lambda {
  #functions = new Map<string, LocalFunction>();

  constructor(
    private readonly activity: Activity,
    private readonly observe?: Observe,
    private readonly logs?: Pick<CloudWatchLogs, 'run'>,
  ) {}

  /** Imports the handlers from their entries in `folder`. They may read the environment then: set it before. */
  async load(template: Template, names: FunctionNames, folder: string): Promise<void> {
    const loaded = [...names].map(async ([logicalId, name]): Promise<[string, LocalFunction]> => {
      const { handler } = (await import(join(folder, `${name}.ts`))) as { handler: Handler };
      const timeout = template.Resources[logicalId]?.Properties?.Timeout;
      const timeoutSeconds = typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_SECONDS;
      return [logicalId, { name, timeoutSeconds, handler, logGroup: logGroupOf(template, logicalId) }];
    });
    this.#functions = new Map(await Promise.all(loaded));
  }

  /** @throws what the handler throws */
  invoke(logicalId: string, event: unknown): Promise<unknown> {
    const called = this.#functions.get(logicalId);
    if (!called) throw new Error(`There is no function ${logicalId}`);
    return this.activity.track(this.#call(called, event));
  }

  /** @param functionArn ARN with the logical id as name, with or without a qualifier */
  async invokeArn(functionArn: string, event: unknown): Promise<unknown> {
    return this.invoke(functionArn.split(':')[6] ?? functionArn, event);
  }

  /** Calls the function with this entry. */
  async invokeNamed(name: string, event: unknown): Promise<unknown> {
    const found = [...this.#functions].find(([, each]) => each.name === name);
    return this.invoke(found?.[0] ?? name, event);
  }

  async #call(called: LocalFunction, event: unknown): Promise<unknown> {
    const call = { service: 'lambda', operation: called.name } as const;
    await this.observe?.({ ...call, phase: 'before' });
    try {
      return asJson(await this.#run(called, asJson(event), contextOf(called)));
    } catch (error) {
      report('function failed', { functionName: called.name }, error);
      throw error;
    } finally {
      await this.observe?.({ ...call, phase: 'after' });
    }
  }

  #run({ handler, logGroup }: LocalFunction, event: unknown, context: LambdaContext): Promise<unknown> {
    const call = () => handler(event, context);
    return logGroup === undefined || !this.logs
      ? call()
      : this.logs.run(logGroup, context.awsRequestId, call);
  }
}

/** By the function's own settings for its log. */
function logGroupOf(template: Template, logicalId: string): string | undefined {
  const logging = template.Resources[logicalId]?.Properties?.LoggingConfig as
    { LogGroup?: unknown } | undefined;
  const name = resolve(template, logging?.LogGroup);
  return typeof name === 'string' ? name : undefined;
}

function contextOf({ name, timeoutSeconds }: LocalFunction): LambdaContext {
  const end = performance.now() + timeoutSeconds * 1000;
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())),
  };
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
