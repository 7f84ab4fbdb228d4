import { functionNameOf, type Template } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { resourcesOf } from './templates';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** What a role may do: `"action on resource"`, sorted. */
export type Permissions = string[];

/** Permissions by the function that has them, and under `timer` those of the state machine. */
export function permissionsByOwner(template: Template): Record<string, Permissions> {
  const owners = new Map(roleOwners(template));
  const permissions: Record<string, Permissions> = {};
  for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Policy')) {
    const { Roles, PolicyDocument } = Properties as {
      Roles: [{ Ref: string }];
      PolicyDocument: { Statement: Statement[] };
    };
    const owner = owners.get(Roles[0].Ref) ?? Roles[0].Ref;
    permissions[owner] = PolicyDocument.Statement.flatMap((statement) => written(template, statement)).sort();
  }
  return permissions;
}

/** Permissions of the one IAM user in a template. */
export function permissionsOfUser(template: Template): Permissions {
  const documents = resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => 'Users' in Properties)
    .map(([, { Properties }]) => Properties['PolicyDocument'] as { Statement: Statement[] });
  return documents.flatMap(({ Statement }) => Statement.flatMap((each) => written(template, each))).sort();
}

function roleOwners(template: Template): [roleId: string, owner: string][] {
  const ofFunctions = resourcesOf(template, 'AWS::Lambda::Function').map(
    ([id, { Properties }]): [string, string] => [
      (Properties['Role'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0],
      functionNameOf(template, id),
    ],
  );
  const ofMachines = resourcesOf(template, 'AWS::StepFunctions::StateMachine').map(
    ([, { Properties }]): [string, string] => [
      (Properties['RoleArn'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0],
      'timer',
    ],
  );
  return [...ofFunctions, ...ofMachines];
}

function written(template: Template, { Effect, Action, Resource }: Statement): Permissions {
  const resources = Array.isArray(Resource) ? Resource : [Resource];
  return [Action].flat().flatMap((action) =>
    resources.map((resource: unknown) => {
      const text = `${action} on ${writtenOut(template, resource)}`;
      return Effect === 'Allow' ? text : `${Effect}: ${text}`;
    }),
  );
}
