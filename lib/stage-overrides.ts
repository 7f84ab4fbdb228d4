import { type App, RemovalPolicy } from 'aws-cdk-lib';
import type { IndexName } from '../lambda/adapters/table-names';
import { ConfigurationError } from './configuration-error';
import { optionalFlag, optionalList, optionalText } from './context-values';
import type { DeskDomain, DeskProps, TwilioProps } from './leave-and-pause-props';
import type { LeaveAndPauseStackProps } from './leave-and-pause-stack';

/**
 * A stage as its entry says, save where the context says otherwise. For one deploy, or for a stage without an entry:
 * what stays belongs into the entry. The context's keys, after `-c` or in `cdk.json`:
 *
 * | key | in place of |
 * |---|---|
 * | `twilioAccountSid`, `twilioWorkspaceSid`, `twilioWorkflowSid`, `twilioSecretName` | `twilio.accountSid` … |
 * | `publicUrl` | `publicUrl` |
 * | `corsOrigins` | `corsOrigins`; after `-c` with commas between them |
 * | `desk` | `desk`: `true`, with the entry's domain if it has one, or `false` |
 * | `deskDomainName`, `deskCertificateArn` | `desk.domain` |
 * | `alarmTopicArn` | `alarmTopic` |
 * | `tracing` | `tracing`: `true` or `false` |
 * | `withoutIndexes` | `withoutIndexes`; after `-c` with commas between them |
 * | `restoredTable` | `restoredTable` |
 * | `keepData` | `removalPolicy`: `true` for `RETAIN`, `false` for `DESTROY` |
 *
 * @param entry undefined for a stage without one
 * @returns undefined when neither says where Flex lives
 * @throws ConfigurationError for a key with a value of another kind
 */
export function overridden(
  entry: LeaveAndPauseStackProps | undefined,
  app: App,
): LeaveAndPauseStackProps | undefined {
  const twilio = twilioOf(entry?.twilio, app);
  if (twilio === undefined) return undefined;
  const keepData = optionalFlag(app, 'keepData');
  return {
    ...entry,
    twilio,
    publicUrl: optionalText(app, 'publicUrl') ?? entry?.publicUrl,
    corsOrigins: optionalList(app, 'corsOrigins') ?? entry?.corsOrigins,
    desk: deskOf(entry?.desk, app),
    // Another text than an ARN is refused by the stack.
    alarmTopic: (optionalText(app, 'alarmTopicArn') as `arn:${string}` | undefined) ?? entry?.alarmTopic,
    tracing: optionalFlag(app, 'tracing') ?? entry?.tracing,
    // Other names than those of indexes are refused by validateProps.
    withoutIndexes: (optionalList(app, 'withoutIndexes') as IndexName[] | undefined) ?? entry?.withoutIndexes,
    restoredTable: optionalText(app, 'restoredTable') ?? entry?.restoredTable,
    removalPolicy: keepData === undefined ? entry?.removalPolicy : removalPolicy(keepData),
  };
}

function twilioOf(entry: TwilioProps | undefined, app: App): TwilioProps | undefined {
  const accountSid = optionalText(app, 'twilioAccountSid') ?? entry?.accountSid;
  const workspaceSid = optionalText(app, 'twilioWorkspaceSid') ?? entry?.workspaceSid;
  const workflowSid = optionalText(app, 'twilioWorkflowSid') ?? entry?.workflowSid;
  if (accountSid === undefined || workspaceSid === undefined || workflowSid === undefined) return undefined;
  const secretName = optionalText(app, 'twilioSecretName') ?? entry?.secretName;
  return { accountSid, workspaceSid, workflowSid, secretName };
}

function deskOf(entry: DeskProps | undefined, app: App): DeskProps | undefined {
  if (!(optionalFlag(app, 'desk') ?? entry !== undefined)) return undefined;
  return { ...entry, domain: deskDomain(app) ?? entry?.domain };
}

/** @throws ConfigurationError when there is one of the two without the other */
function deskDomain(app: App): DeskDomain | undefined {
  const name = optionalText(app, 'deskDomainName');
  const certificateArn = optionalText(app, 'deskCertificateArn');
  if (name !== undefined && certificateArn !== undefined) return { name, certificateArn };
  if (name === undefined && certificateArn === undefined) return undefined;
  throw new ConfigurationError('Set "deskDomainName" and "deskCertificateArn" in the context, or neither.');
}

function removalPolicy(keepData: boolean): RemovalPolicy {
  return keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
