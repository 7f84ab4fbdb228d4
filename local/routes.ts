import { resourcesOfType, type Template } from './template';

/** A route of the HTTP API. */
export interface Route {
  /** "POST /conversations/{conversationSid}/pause", or "$default". */
  readonly routeKey: string;
  /** Logical id of the function that answers. */
  readonly functionId: string;
}

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The routes of the template's HTTP API, by way of their integrations. */
export function routesOf(template: Template): Route[] {
  return resourcesOfType(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties = {} }]) => {
    const integrationId = firstOf(Properties.Target, 'Ref');
    const integration = template.Resources[integrationId]?.Properties;
    return {
      routeKey: String(Properties.RouteKey),
      functionId: firstOf(integration?.IntegrationUri, 'Fn::GetAtt'),
    };
  });
}

/**
 * The route that answers: API Gateway prefers fixed path segments to parameters, a method to ANY, and `$default` last.
 * @param path as it came, still escaped
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const matches = routes.flatMap((route) => {
    const pathParameters = matchKey(route.routeKey, method, path);
    return pathParameters ? [{ route, pathParameters }] : [];
  });
  return matches.sort((a, b) => vagueness(a.route) - vagueness(b.route))[0];
}

function matchKey(routeKey: string, method: string, path: string): Record<string, string> | undefined {
  if (routeKey === '$default') return {};
  const [wantedMethod, pattern = ''] = routeKey.split(' ');
  const wanted = pattern.split('/');
  const given = path.split('/');
  if ((wantedMethod !== method && wantedMethod !== 'ANY') || wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    const value = given[index]!;
    if (name !== undefined && value !== '') parameters[name] = unescape(value);
    else if (segment !== value) return undefined;
  }
  return parameters;
}

function vagueness({ routeKey }: Route): number {
  if (routeKey === '$default') return Infinity;
  return (routeKey.match(/\{/g)?.length ?? 0) * 2 + (routeKey.startsWith('ANY ') ? 1 : 0);
}

/** A wrong escape stays as it is. */
function unescape(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The logical id that a value refers to with the given function of CloudFormation. */
function firstOf(value: unknown, intrinsic: 'Ref' | 'Fn::GetAtt'): string {
  const found = new RegExp(`"${intrinsic}":\\[?"([^"]+)"`).exec(JSON.stringify(value) ?? '')?.[1];
  if (found === undefined) throw new Error(`A route of the template has no ${intrinsic}`);
  return found;
}
