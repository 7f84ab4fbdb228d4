import { App, Stack } from 'aws-cdk-lib';
import { ANNOTATIONS_IN_VALIDATION_REPORT, BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { LeaveAndPause } from '../../lib/leave-and-pause';
import type { LeaveAndPauseProps } from '../../lib/leave-and-pause-props';
import { cdkContext, type Template, type TemplateResource } from '../../lib/synthesize';

export const TWILIO = {
  accountSid: `AC${'0a'.repeat(16)}`,
  workspaceSid: `WS${'0b'.repeat(16)}`,
  workflowSid: `WW${'0c'.repeat(16)}`,
};

/** An app that bundles nothing, prints no warnings, and else runs CDK as `cdk.json` sets it up. */
export function appWithoutBundling(context: Record<string, unknown> = {}): App {
  return new App({
    context: {
      ...cdkContext(),
      [BUNDLING_STACKS]: [],
      [ANNOTATIONS_IN_VALIDATION_REPORT]: false,
      ...context,
    },
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
  });
}

/** The template of a stack that holds one `LeaveAndPause`. */
export function templateOf(
  props: Partial<LeaveAndPauseProps> | ((stack: Stack) => Partial<LeaveAndPauseProps>) = {},
): Template {
  const app = appWithoutBundling();
  const stack = new Stack(app, 'Stack');
  new LeaveAndPause(stack, 'Product', {
    twilio: TWILIO,
    ...(typeof props === 'function' ? props(stack) : props),
  });
  return templateIn(app, stack);
}

export function templateIn(app: App, stack: Stack): Template {
  return app.synth().getStackByName(stack.stackName).template as Template;
}

export function resourcesOf(template: Template, type: string): [logicalId: string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The one resource of a type. */
export function onlyOf(template: Template, type: string): TemplateResource {
  const found = resourcesOf(template, type);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} resources of type ${type}`);
  return only[1];
}
