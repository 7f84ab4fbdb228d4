import { Annotations, type App, RemovalPolicy } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IndexName } from '../lambda/adapters/table-names';
import { flag, optionalList, optionalText, requiredText } from './context-values';
import { ConfigurationError } from './configuration-error';
import type { DeskDomain, LeaveAndPauseProps } from './leave-and-pause-props';
import { LeaveAndPauseStack } from './leave-and-pause-stack';
import { validateProps } from './validate-props';

/** Keys that are not called like their prop. */
const KEYS: Readonly<Record<string, string | undefined>> = {
  'twilio.accountSid': 'twilioAccountSid',
  'twilio.workspaceSid': 'twilioWorkspaceSid',
  'twilio.workflowSid': 'twilioWorkflowSid',
  'twilio.secretName': 'twilioSecretName',
};

/** `cdk.json` has placeholders, so that the stack can be looked at before there is an account. */
const PLACEHOLDER = /^[A-Z]{2}0{32}$/;

/**
 * The stack of one stage, as the context says (`cdk.json`, or `cdk deploy -c stage=test -c …`):
 *
 * | key | meaning |
 * |---|---|
 * | `stage` | part of the stack's name, such as `prod` |
 * | `twilioAccountSid`, `twilioWorkspaceSid`, `twilioWorkflowSid` | where Flex lives |
 * | `twilioSecretName` | secret with Twilio's credentials; default `flex-leave-pause/twilio` |
 * | `publicUrl` | your own domain before the API; default the API's endpoint |
 * | `corsOrigins` | a list of origins, after `-c` with commas between them; default none |
 * | `desk` | `true`: the desk is deployed too; default: it is not |
 * | `deskDomainName`, `deskCertificateArn` | your own domain for the desk, and its certificate in us-east-1; default CloudFront's address |
 * | `alarmTopicArn` | an SNS topic that hears of alarms; default: nobody does |
 * | `tracing` | `true`: functions and timers are traced by X-Ray; default: they are not |
 * | `withoutIndexes` | indexes to leave out while an existing table gets new ones, one in each update; default none |
 * | `keepData` | `false`: records and logs go with the stack; default: they stay |
 *
 * Each SID that is still the placeholder of `cdk.json` is a warning on the stack, which the CDK CLI prints.
 *
 * @throws ConfigurationError that says which key to set, or what is wrong with it
 */
export function stackFromContext(app: App): LeaveAndPauseStack {
  const name = `flex-leave-pause-${requiredText(app, 'stage')}`;
  const props = propsFrom(app);
  validateProps(props, (prop) => (KEYS[prop] ? `${prop} (the context's "${KEYS[prop]}")` : prop));
  const stack = new LeaveAndPauseStack(app, name, {
    description: 'Leave and Pause for Twilio Flex conversations',
    ...props,
  });
  const topicArn = optionalText(app, 'alarmTopicArn');
  if (topicArn !== undefined) stack.product.sendAlarmsTo(Topic.fromTopicArn(stack, 'AlarmTopic', topicArn));
  warnOfPlaceholders(app, stack);
  return stack;
}

function propsFrom(app: App): LeaveAndPauseProps {
  return {
    twilio: {
      accountSid: requiredText(app, 'twilioAccountSid'),
      workspaceSid: requiredText(app, 'twilioWorkspaceSid'),
      workflowSid: requiredText(app, 'twilioWorkflowSid'),
      secretName: optionalText(app, 'twilioSecretName'),
    },
    publicUrl: optionalText(app, 'publicUrl'),
    corsOrigins: optionalList(app, 'corsOrigins'),
    desk: flag(app, 'desk', false) ? { domain: deskDomain(app) } : undefined,
    tracing: flag(app, 'tracing', false),
    // Other names than those of indexes are refused by validateProps.
    withoutIndexes: optionalList(app, 'withoutIndexes') as IndexName[] | undefined,
    removalPolicy: flag(app, 'keepData', true) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  };
}

/** @throws ConfigurationError when there is one of the two without the other */
function deskDomain(app: App): DeskDomain | undefined {
  const name = optionalText(app, 'deskDomainName');
  const certificateArn = optionalText(app, 'deskCertificateArn');
  if (name !== undefined && certificateArn !== undefined) return { name, certificateArn };
  if (name === undefined && certificateArn === undefined) return undefined;
  throw new ConfigurationError('Set "deskDomainName" and "deskCertificateArn" in the context, or neither.');
}

function warnOfPlaceholders(app: App, stack: LeaveAndPauseStack): void {
  for (const key of ['twilioAccountSid', 'twilioWorkspaceSid', 'twilioWorkflowSid']) {
    const sid = requiredText(app, key);
    if (!PLACEHOLDER.test(sid)) continue;
    Annotations.of(stack).addWarningV2(
      `flex-leave-pause:${key}`,
      `"${key}" is still the placeholder of cdk.json: set it to your own before you deploy, by -c ${key}=${sid.slice(0, 2)}… or in cdk.json.`,
    );
  }
}
