import { codeOf, type DeployedCode, deployedCode } from '../../local/deployed-code';
import { functionNames } from '../../local/lambda';
import type { Template } from '../../local/template';
import { keepForRun, keptForRun } from './kept-for-run';

interface Synthesized {
  readonly template: Template;
  readonly names: readonly [logicalId: string, name: string][];
}

/** The deployed code, for which CDK synthesizes once in a run. */
export async function deployedOnce(): Promise<DeployedCode> {
  const { template, names } = keptForRun<Synthesized>('synthesized') ?? (await synthesized());
  const entries = new Map(names);
  return codeOf(template, (logicalId) => entries.get(logicalId) ?? logicalId);
}

async function synthesized(): Promise<Synthesized> {
  const { template, entryOf } = await deployedCode();
  return keepForRun('synthesized', { template, names: [...functionNames(template, entryOf)] });
}
