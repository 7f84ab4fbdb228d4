import { arnOf, resolve, resourcesOfType, type Template } from '../template';

export { StepFunctions, type Timer } from './service';

/** The definitions of the template's state machines by ARN, as deployed; not yet checked. */
export function stateMachinesOf(template: Template): Record<string, unknown> {
  const machines = resourcesOfType(template, 'AWS::StepFunctions::StateMachine');
  return Object.fromEntries(
    machines.map(([logicalId, { Properties = {} }]) => {
      const definition = resolve(template, Properties.DefinitionString);
      return [arnOf(template, logicalId), JSON.parse(String(definition)) as unknown];
    }),
  );
}
