import { NAME_METADATA } from '../../lib/functions';
import type { Template } from '../../lib/synthesize';

/** Writes out a template's references: `arn:aws:dynamodb:region:account:table/records`. */
export function writtenOut(template: Template, value: unknown): string {
  if (typeof value === 'string') return value;
  const [[intrinsic, argument] = ['nothing', undefined]] = Object.entries(value as Record<string, unknown>);
  const write = (inner: unknown) => writtenOut(template, inner);
  switch (intrinsic) {
    case 'Ref':
      return PSEUDO_PARAMETERS[argument as string] ?? referenceTo(template, argument as string);
    case 'Fn::GetAtt':
      return referenceTo(template, (argument as [string])[0]);
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map(write).join(separator);
    }
    case 'Fn::Select': {
      const [index, list] = argument as [number, { 'Fn::Split': [string, unknown] }];
      const [separator, text] = list['Fn::Split'];
      return write(text).split(separator)[index] ?? '';
    }
    default:
      throw new Error(`No rule for ${JSON.stringify(value)}`);
  }
}

const PSEUDO_PARAMETERS: Record<string, string | undefined> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'region',
  'AWS::AccountId': 'account',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** In this product a resource is referred to by its ARN, save the HTTP API, by its id or address. */
function referenceTo(template: Template, logicalId: string): string {
  const resource = template.Resources[logicalId];
  if (resource === undefined) throw new Error(`No resource ${logicalId}`);
  switch (resource.Type) {
    case 'AWS::DynamoDB::Table':
      return 'arn:aws:dynamodb:region:account:table/records';
    case 'AWS::StepFunctions::StateMachine':
      return 'arn:aws:states:region:account:stateMachine:timer';
    case 'AWS::Events::EventBus':
      return 'arn:aws:events:region:account:event-bus/events';
    case 'AWS::KMS::Key':
      return 'arn:aws:kms:region:account:key/key';
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:region:account:function:${String(resource.Metadata?.[NAME_METADATA])}`;
    case 'AWS::Events::Rule':
      return 'arn:aws:events:region:account:rule/schedule';
    case 'AWS::ApiGatewayV2::Api':
      return 'https://api.example';
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:region:account:log-group:${ownerOfLogs(template, logicalId)}:*`;
    default:
      throw new Error(`No name for ${logicalId}`);
  }
}

function ownerOfLogs(template: Template, logGroupId: string): string {
  const owner = Object.values(template.Resources).find(
    ({ Properties }) =>
      (Properties?.['LoggingConfig'] as { LogGroup: { Ref: string } } | undefined)?.LogGroup.Ref ===
      logGroupId,
  );
  return String(owner?.Metadata?.[NAME_METADATA]);
}
