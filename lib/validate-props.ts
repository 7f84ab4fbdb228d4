import { Token } from 'aws-cdk-lib';
import { INDEXES } from '../lambda/adapters/table-names';
import { ConfigurationError } from './configuration-error';
import type { DeskProps, LeaveAndPauseProps } from './leave-and-pause-props';

export interface Circumstances {
  /** What to call a prop, where it comes from something that has another name for it. */
  readonly nameOf?: (prop: string) => string;
  /** Of the stack, where it is known. */
  readonly region?: string;
}

/**
 * @throws ConfigurationError that names every wrong prop, one sentence a line, and says what to do about it
 */
export function validateProps(
  props: Omit<LeaveAndPauseProps, 'encryptionKey' | 'alarmTopic'>,
  circumstances: Circumstances = {},
): void {
  const {
    twilio,
    domain,
    publicUrl,
    corsOrigins = [],
    desk,
    withoutIndexes = [],
    restoredTable,
    reassignConcurrency,
  } = props;
  const { nameOf = (prop: string) => prop, region } = circumstances;
  const account = nameOf('twilio.accountSid');
  const workspace = nameOf('twilio.workspaceSid');
  const workflow = nameOf('twilio.workflowSid');
  const problems = [
    sidProblem(account, twilio.accountSid, 'AC', 'on the home page of the Twilio Console'),
    sidProblem(workspace, twilio.workspaceSid, 'WS', 'in the Console under TaskRouter, Workspaces'),
    sidProblem(workflow, twilio.workflowSid, 'WW', 'in the workspace under Workflows'),
    secretNameProblem(nameOf('twilio.secretName'), twilio.secretName),
    domain && domainNameProblem('domain.name', domain.name, 'pause.example.com'),
    domain && certificateProblem('domain.certificateArn', domain.certificateArn, region),
    publicUrlProblem(publicUrl),
    ...corsOrigins.map(originProblem),
    deskProblem(desk, corsOrigins),
    ...withoutIndexes.map(indexProblem),
    restoredTableProblem(restoredTable),
    concurrencyProblem(reassignConcurrency),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
}

function sidProblem(name: string, value: string, prefix: string, where: string): string | undefined {
  if (Token.isUnresolved(value) || new RegExp(`^${prefix}[0-9a-f]{32}$`).test(value)) return undefined;
  return `Set ${name} to ${prefix} followed by 32 hexadecimal digits in lower case, found ${where}: "${value}" is not.`;
}

function secretNameProblem(name: string, value: string | undefined): string | undefined {
  if (value === undefined || Token.isUnresolved(value) || /^[\w/+=.@-]{1,512}$/.test(value)) return undefined;
  return `Set ${name} to the name of the secret, not its ARN (letters, digits and /_+=.@-): "${value}" is not.`;
}

function publicUrlProblem(value: string | undefined): string | undefined {
  if (value === undefined || Token.isUnresolved(value)) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:') {
    return `Set publicUrl to an address that begins with https://, because Twilio calls and signs it: "${value}" does not.`;
  }
  if (value.endsWith('/')) return `Remove the slash at the end of publicUrl: "${value}".`;
  if (url.search !== '' || url.hash !== '') {
    return `Remove the query and the fragment from publicUrl: "${value}".`;
  }
  return undefined;
}

function originProblem(value: string): string | undefined {
  if (Token.isUnresolved(value) || (URL.canParse(value) && new URL(value).origin === value)) return undefined;
  return `List in corsOrigins only origins such as https://flex.twilio.com, with no path and no slash at the end: "${value}" is not one.`;
}

function deskProblem(desk: DeskProps | undefined, corsOrigins: readonly string[]): string | undefined {
  if (desk === undefined) return undefined;
  if (corsOrigins.length === 0) {
    return 'List in corsOrigins the origins of Flex, such as https://flex.twilio.com: the desk is opened from there, and takes a token from nowhere else.';
  }
  if (desk.domain === undefined) return undefined;
  const { name, certificateArn } = desk.domain;
  return (
    certificateProblem('desk.domain.certificateArn', certificateArn, 'us-east-1') ??
    domainNameProblem('desk.domain.name', name, 'desk.example.com')
  );
}

function domainNameProblem(prop: string, name: string, example: string): string | undefined {
  if (Token.isUnresolved(name) || /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(name)) return undefined;
  return `Set ${prop} to a domain such as ${example}, with no scheme and no path: "${name}" is not one.`;
}

/** @param region that it has to be in; undefined or not known yet: the stack's */
function certificateProblem(prop: string, arn: string, region?: string): string | undefined {
  const isKnown = region !== undefined && !Token.isUnresolved(region);
  const regionPattern = isKnown ? region : '[a-z0-9-]+';
  if (Token.isUnresolved(arn) || new RegExp(`^arn:aws[a-z-]*:acm:${regionPattern}:`).test(arn))
    return undefined;
  return `Set ${prop} to the ARN of a certificate in ${isKnown ? region : 'the region of the stack'}: "${arn}" is not one.`;
}

function indexProblem(value: string): string | undefined {
  if (value in INDEXES) return undefined;
  return `List in withoutIndexes only indexes of the table (${Object.keys(INDEXES).join(', ')}): "${value}" is none.`;
}

function restoredTableProblem(value: string | undefined): string | undefined {
  if (value === undefined || Token.isUnresolved(value) || /^[\w.-]{3,255}$/.test(value)) return undefined;
  return `Set restoredTable to the name of the restored table, not its ARN (letters, digits and _.-): "${value}" is not.`;
}

function concurrencyProblem(value: number | undefined): string | undefined {
  if (value === undefined || Token.isUnresolved(value) || (Number.isInteger(value) && value > 0))
    return undefined;
  return `Set reassignConcurrency to a whole number of runs, at least 1, or leave it out: with ${value} no deadline would be carried out as it should.`;
}
