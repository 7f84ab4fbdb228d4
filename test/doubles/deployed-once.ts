import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, type DeployedCode, deployedCode } from '../../local/deployed-code';
import { type FunctionNames, functionNames } from '../../local/lambda';
import type { Template } from '../../local/template';

interface Synthesized {
  readonly template: Template;
  readonly names: [logicalId: string, name: string][];
}

/** The deployed code. CDK takes seconds: it synthesizes for the first test of a run that needs it, and the others read. */
export async function deployedOnce(): Promise<DeployedCode> {
  const { template, names } = await synthesized();
  const entries: FunctionNames = new Map(names);
  return codeOf(template, (logicalId) => entries.get(logicalId) ?? logicalId);
}

/** Test files run at once: what is there is whole, and twice the same does no harm. */
async function synthesized(): Promise<Synthesized> {
  const file = join(process.env['TEST_RUN_FOLDER']!, 'synthesized.json');
  if (!existsSync(file)) {
    const { template, entryOf } = await deployedCode();
    const whole: Synthesized = { template, names: [...functionNames(template, entryOf)] };
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(whole));
    renameSync(unfinished, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Synthesized;
}
