import { join } from 'node:path';
import type * as handlersClock from '../lambda/runtime/clock';
import type * as handlersEnvironment from '../lambda/runtime/environment';
import type * as synthesis from '../lib/synthesize';
import { type Template } from './template';

/** What a deploy would put on AWS: the stack's template and the handlers of its functions. */
export interface DeployedCode {
  readonly template: Template;
  /** Name of a function's entry file, by the function's logical id. */
  readonly entryOf: (logicalId: string) => string;
  /** Folder of the entry files. */
  readonly folder: string;
  /** Gives the handlers another clock, and lets them read their environment anew. */
  readonly begin: (now: () => Date) => Promise<void>;
}

/** The CDK app's template and the handlers in `lambda/`. Takes some seconds, nearly all of them CDK's. */
export async function deployedCode(): Promise<DeployedCode> {
  const { functionNameOf, synthesizeWithoutBundling } = await load<typeof synthesis>('../lib/synthesize.ts');
  const { template } = synthesizeWithoutBundling();
  return codeOf(template, (logicalId) => functionNameOf(template, logicalId));
}

/** The handlers in `lambda/` for a template that was synthesized before. */
export function codeOf(template: Template, entryOf: DeployedCode['entryOf']): DeployedCode {
  return {
    template,
    entryOf,
    folder: join(__dirname, '../lambda'),
    begin: async (now) => {
      const { clock } = await load<typeof handlersClock>('../lambda/runtime/clock.ts');
      const { renewEnvironment } = await load<typeof handlersEnvironment>('../lambda/runtime/environment.ts');
      clock.now = now;
      renewEnvironment();
    },
  };
}

/** Only when it is needed: CDK is large, and a product on other code does without it. */
async function load<T>(file: string): Promise<T> {
  return (await import(join(__dirname, file))) as T;
}
