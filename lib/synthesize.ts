import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import {
  ASSET_RESOURCE_METADATA_ENABLED_CONTEXT,
  ASSET_RESOURCE_METADATA_PATH_KEY,
  BUNDLING_STACKS,
} from 'aws-cdk-lib/cx-api';
import type { FunctionName } from './function-names';
import { NAME_METADATA } from './functions';
import type { TwilioProps } from './leave-and-pause-props';
import { LeaveAndPauseStack } from './leave-and-pause-stack';

const CDK_JSON = resolve(__dirname, '../cdk.json');

/** Whoever runs the template says whose Twilio it is. */
const NOBODYS_TWILIO: TwilioProps = {
  accountSid: `AC${'0'.repeat(32)}`,
  workspaceSid: `WS${'0'.repeat(32)}`,
  workflowSid: `WW${'0'.repeat(32)}`,
};

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string[];
}

/** A CloudFormation template, as far as this project reads one. */
export interface Template {
  readonly Resources: Record<string, TemplateResource>;
  readonly Outputs: Record<string, { readonly Value: unknown }>;
}

export interface BundledTemplate {
  readonly template: Template;
  /** The folder with the bundle of a function, by the function's logical id. */
  readonly assetDirOf: (logicalId: string) => string;
}

/** The template of a stack with all defaults, without a handler being built or even there. */
export function synthesizeWithoutBundling(): { template: Template } {
  const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-synth-'));
  try {
    return { template: synthesize(outdir, { [BUNDLING_STACKS]: [] }) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * The same with every handler bundled, as a deploy would have it.
 * @param outdir folder for the cloud assembly, where the bundles stay
 */
export function synthesizeWithBundles(outdir: string): BundledTemplate {
  const template = synthesize(outdir, { [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true });
  return {
    template,
    assetDirOf: (logicalId) =>
      join(outdir, metadataOf(template, logicalId, ASSET_RESOURCE_METADATA_PATH_KEY)),
  };
}

/**
 * Which function a logical id stands for; its handler is in `lambda/<name>.ts`.
 * @throws Error when it stands for none
 */
export function functionNameOf(template: Template, logicalId: string): FunctionName {
  return metadataOf(template, logicalId, NAME_METADATA) as FunctionName;
}

/** The context of `cdk.json`, which the CLI gives to the app and an app in this process has to be given. */
export function cdkContext(): Record<string, unknown> {
  return (JSON.parse(readFileSync(CDK_JSON, 'utf8')) as { context: Record<string, unknown> }).context;
}

function synthesize(outdir: string, context: Record<string, unknown>): Template {
  const app = new App({
    outdir,
    context: { ...cdkContext(), ...context },
    analyticsReporting: false,
    treeMetadata: false,
    // Its start takes three times as long as all the rest; `cdk synth` and a test of the stack run it.
    builtinCloudFormationValidation: false,
  });
  const { stackName } = new LeaveAndPauseStack(app, 'flex-leave-pause', { twilio: NOBODYS_TWILIO });
  return app.synth().getStackByName(stackName).template as Template;
}

function metadataOf(template: Template, logicalId: string, key: string): string {
  const value = template.Resources[logicalId]?.Metadata?.[key];
  if (typeof value !== 'string') throw new Error(`The template has no function ${logicalId}`);
  return value;
}
