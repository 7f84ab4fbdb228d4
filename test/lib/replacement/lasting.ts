import type { Template, TemplateResource } from '../../../lib/synthesize';
import { NAME_METADATA } from '../../../lib/functions';
import { resourceSchemas } from './resource-schema';

/** A resource that has to stay the same one from deploy to deploy, and what it is known by. */
export interface Lasting {
  readonly type: string;
  /** Its properties of which a change would replace it, as far as they are set. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Types that keep no data, and are referred to from outside of the stack. */
const KNOWN_OUTSIDE: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'its address is at Twilio',
  'AWS::ApiGatewayV2::DomainName': 'DNS points at it',
  'AWS::CloudFront::Distribution': 'its address is in the plugin',
  'AWS::Events::EventBus': 'rules of others are on it',
  'AWS::StepFunctions::StateMachine': 'timers that wait are its executions',
};

const SCHEMAS = resourceSchemas();

/** All of a template that has to last, by logical id. */
export function lastingIn(template: Template): Record<string, Lasting> {
  const role = roleOfTimers(template);
  return Object.fromEntries(
    Object.entries(template.Resources)
      .filter(([id, resource]) => id === role || lasts(resource))
      .map(([id, resource]) => [id, lasting(resource)]),
  );
}

function lasts({ Type, Metadata }: TemplateResource): boolean {
  // A timer that waits calls the function by the name that it had when the timer began.
  if (Metadata?.[NAME_METADATA] === 'reassign') return true;
  return Type in KNOWN_OUTSIDE || SCHEMAS.get(Type)?.isStateful === true;
}

/** A timer that waits also keeps the role that its state machine had when the timer began. */
function roleOfTimers(template: Template): string | undefined {
  const machine = Object.values(template.Resources).find(
    ({ Type }) => Type === 'AWS::StepFunctions::StateMachine',
  );
  return (machine?.Properties['RoleArn'] as { 'Fn::GetAtt': [string] } | undefined)?.['Fn::GetAtt'][0];
}

function lasting({ Type, Properties }: TemplateResource): Lasting {
  const replacing = SCHEMAS.get(Type)?.replacing ?? [];
  const set = replacing.filter((name) => Properties?.[name] !== undefined);
  return { type: Type, properties: Object.fromEntries(set.map((name) => [name, Properties[name]])) };
}

/** @returns a sentence for each that was kept and would be deleted or replaced by a deploy of what is there now */
export function lost(
  kept: Readonly<Record<string, Lasting>>,
  now: Readonly<Record<string, Lasting>>,
): string[] {
  return Object.entries(kept).flatMap(([id, { type, properties }]) => {
    const today = now[id];
    if (today?.type !== type) {
      return [`${id} (${type}) would be deleted: give its construct the id and the place back that it had.`];
    }
    const names = [...new Set([...Object.keys(properties), ...Object.keys(today.properties)])];
    return names
      .filter((name) => JSON.stringify(today.properties[name]) !== JSON.stringify(properties[name]))
      .map((name) => `${id} (${type}) would be replaced by a new one: set ${name} back to what it was.`);
  });
}
