/** A CloudFormation template as `cdk synth` writes it, so far as the local set-up reads it. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::StackName': 'local',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Kinds of resources whose `Ref` is an ARN; of all others it is a name. */
const REF_IS_ARN = ['AWS::StepFunctions::StateMachine', 'AWS::SecretsManager::Secret'];
/** Where the ARN of a kind begins; the name follows. Other kinds get one that only tells them apart. */
const ARN_PREFIX: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': `arn:aws:lambda:${REGION}:${ACCOUNT}:function:`,
  'AWS::StepFunctions::StateMachine': `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:`,
  'AWS::DynamoDB::Table': `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/`,
};
/** The property that names a resource, where the template fixes a name. */
const NAME_PROPERTIES = ['TableName', 'StateMachineName'];

/** Logical ids and resources of one kind. */
export function resourcesOfType(template: Template, type: string): [logicalId: string, resource: Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** What CloudFormation would call the resource; functions keep their logical id, by which they are found here. */
export function nameOf(template: Template, logicalId: string): string {
  const properties = template.Resources[logicalId]?.Properties ?? {};
  const given = NAME_PROPERTIES.map((property) => properties[property]).find(
    (name) => typeof name === 'string',
  );
  return given ?? logicalId;
}

export function arnOf(template: Template, logicalId: string): string {
  const type = template.Resources[logicalId]?.Type ?? '';
  return (ARN_PREFIX[type] ?? `arn:aws:local:${REGION}:${ACCOUNT}:`) + nameOf(template, logicalId);
}

/**
 * A value of the template with Ref, Fn::GetAtt and Fn::Join carried out.
 * @throws Error for any other function of CloudFormation
 */
export function resolve(template: Template, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(template, each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return intrinsic(template, only[0], only[1]);
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, resolve(template, each)]));
}

function intrinsic(template: Template, name: string, argument: unknown): unknown {
  if (name === 'Ref') return reference(template, argument as string);
  if (name === 'Fn::GetAtt') {
    const [logicalId, attribute] = argument as [string, string];
    return attribute === 'Arn' ? arnOf(template, logicalId) : `${nameOf(template, logicalId)}.${attribute}`;
  }
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return (resolve(template, parts) as string[]).join(separator);
  }
  throw new Error(`${name} of CloudFormation is not known here`);
}

function reference(template: Template, name: string): unknown {
  const resource = template.Resources[name];
  if (resource) return REF_IS_ARN.includes(resource.Type) ? arnOf(template, name) : nameOf(template, name);
  return PSEUDO_PARAMETERS[name] ?? template.Parameters?.[name]?.Default ?? name;
}
