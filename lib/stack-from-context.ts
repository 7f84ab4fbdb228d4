import { Annotations, type App } from 'aws-cdk-lib';
import { ConfigurationError } from './configuration-error';
import { requiredText } from './context-values';
import { LeaveAndPauseStack, type LeaveAndPauseStackProps } from './leave-and-pause-stack';
import { overridden } from './stage-overrides';
import { type Stages, STAGES_FILE } from './stages';
import { validateProps } from './validate-props';

/** Props of which the context has another name. */
const KEYS: Readonly<Record<string, string | undefined>> = {
  'twilio.accountSid': 'twilioAccountSid',
  'twilio.workspaceSid': 'twilioWorkspaceSid',
  'twilio.workflowSid': 'twilioWorkflowSid',
  'twilio.secretName': 'twilioSecretName',
};

/** A stage comes with placeholders, so that the stack can be looked at before there is an account. */
const PLACEHOLDER = /^[A-Z]{2}0{32}$/;

/**
 * The stack of the stage that the context names (`stage`, from `cdk.json` or by `-c stage=test`): as its entry in
 * `stages` says, save what the context says otherwise (lib/stage-overrides.ts).
 *
 * Each SID that is still a placeholder is a warning on the stack, which the CDK CLI prints.
 *
 * @throws ConfigurationError that says what to set, or what is wrong with it
 */
export function stackFromContext(app: App, stages: Stages): LeaveAndPauseStack {
  const stage = requiredText(app, 'stage');
  if (!/^[A-Za-z0-9-]+$/.test(stage)) {
    throw new ConfigurationError(
      `Name a stage with letters, digits and hyphens only: "${stage}" has others.`,
    );
  }
  const props = overridden(stages[stage], app) ?? unknownStage(stage, stages);
  validateProps(props, { nameOf: (prop) => nameIn(stage, prop) });
  const stack = new LeaveAndPauseStack(app, `flex-leave-pause-${stage}`, {
    description: 'Leave and Pause for Twilio Flex conversations',
    ...props,
  });
  warnOfPlaceholders(stack, stage, props);
  return stack;
}

function unknownStage(stage: string, stages: Stages): never {
  const known = Object.keys(stages).join(', ') || 'none';
  throw new ConfigurationError(
    `Add the stage "${stage}" to ${STAGES_FILE}, which has ${known}; or give its SIDs by -c twilioAccountSid=…, -c twilioWorkspaceSid=… and -c twilioWorkflowSid=….`,
  );
}

/** How to find a prop again. */
function nameIn(stage: string, prop: string): string {
  const otherwise = KEYS[prop] ? `, or -c ${KEYS[prop]}=…` : '';
  return `${prop} (of the stage "${stage}" in ${STAGES_FILE}${otherwise})`;
}

function warnOfPlaceholders(stack: LeaveAndPauseStack, stage: string, props: LeaveAndPauseStackProps): void {
  for (const name of ['accountSid', 'workspaceSid', 'workflowSid'] as const) {
    const prop = `twilio.${name}`;
    if (!PLACEHOLDER.test(props.twilio[name])) continue;
    Annotations.of(stack).addWarningV2(
      `flex-leave-pause:${KEYS[prop]}`,
      `${nameIn(stage, prop)} is still a placeholder: set it to your own before you deploy.`,
    );
  }
}
