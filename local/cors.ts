import { type IncomingMessage } from 'node:http';
import { resourcesOfType, type Template } from './template';

/** `CorsConfiguration` of the template's HTTP API. */
export interface Cors {
  readonly AllowOrigins?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowHeaders?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  readonly MaxAge?: number;
}

/** undefined: API Gateway does nothing about CORS. */
export function corsOf(template: Template): Cors | undefined {
  const [api] = resourcesOfType(template, 'AWS::ApiGatewayV2::Api');
  return api?.[1].Properties?.CorsConfiguration as Cors | undefined;
}

/** Whether API Gateway answers the request itself. */
export function isPreflight(request: IncomingMessage): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers.origin !== undefined &&
    request.headers['access-control-request-method'] !== undefined
  );
}

/** What API Gateway adds to an answer; nothing for an origin that is not allowed. */
export function corsHeaders(cors: Cors | undefined, request: IncomingMessage): Record<string, string> {
  const origin = request.headers.origin;
  const allowed = cors?.AllowOrigins ?? [];
  if (!cors || origin === undefined || !(allowed.includes('*') || allowed.includes(origin))) return {};
  const answered = { 'access-control-allow-origin': allowed.includes('*') ? '*' : origin };
  return isPreflight(request) ? { ...answered, ...permissions(cors) } : { ...answered, ...exposed(cors) };
}

function permissions({ AllowMethods, AllowHeaders, MaxAge }: Cors): Record<string, string> {
  return {
    ...(AllowMethods && { 'access-control-allow-methods': AllowMethods.join(',') }),
    ...(AllowHeaders && { 'access-control-allow-headers': AllowHeaders.join(',') }),
    ...(MaxAge !== undefined && { 'access-control-max-age': String(MaxAge) }),
  };
}

function exposed({ ExposeHeaders }: Cors): Record<string, string> {
  return ExposeHeaders ? { 'access-control-expose-headers': ExposeHeaders.join(',') } : {};
}
