import { jsonObject } from './json-object';
import { type TwilioOperation, twilioDescriptions } from './twilio-descriptions';
import { fieldViolations } from './twilio-fields';
import type { TwilioRequest } from './twilio-request';
import { isTokenCheck, tokenCheckViolations } from './twilio-token-check';

const FORM = 'application/x-www-form-urlencoded';

/**
 * What in a request is not as Twilio's own OpenAPI descriptions say; empty when it conforms. Where two APIs have
 * the same path (`/v1/Configuration` of Flex and of Conversations), conforming to one is enough.
 */
export function twilioViolations(request: TwilioRequest): string[] {
  const contentType = header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (isTokenCheck(request)) return tokenCheckViolations(request, contentType);
  const path = request.url.split('?')[0] ?? '';
  const here = mostExact(twilioDescriptions().operations.filter((operation) => operation.path.match(path)));
  if (here.length === 0) return [`no API of Twilio has the path ${path}`];
  const candidates = here.filter(({ method }) => method === request.method.toUpperCase());
  if (candidates.length === 0) return [`${here[0]?.path.template} has no ${request.method}`];
  const found = candidates.map((operation) => violationsBy(operation, request, path, contentType));
  return found.sort((one, other) => one.length - other.length)[0] ?? [];
}

function mostExact(operations: readonly TwilioOperation[]): TwilioOperation[] {
  const fewest = Math.min(...operations.map(({ path }) => path.parameters));
  return operations.filter(({ path }) => path.parameters === fewest);
}

function violationsBy(
  { name, path: template, parameters, bodies }: TwilioOperation,
  request: TwilioRequest,
  path: string,
  contentType: string | undefined,
): string[] {
  const query = new URLSearchParams(request.url.slice(path.length));
  const headers = parameters.header.flatMap((field) => {
    const value = header(request, field.name);
    return value === undefined ? [] : [[field.name, value] as [string, string]];
  });
  return [
    ...fieldViolations('path', parameters.path, Object.entries(template.match(path) ?? {})),
    ...fieldViolations('query', parameters.query, [...query]),
    ...fieldViolations('header', parameters.header, headers),
    ...bodyViolations(bodies, request.body, contentType),
  ].map((violation) => `${name}: ${violation}`);
}

function bodyViolations(
  bodies: TwilioOperation['bodies'],
  body: string,
  contentType: string | undefined,
): string[] {
  if (bodies.size === 0) return body === '' ? [] : ['has a body, and takes none'];
  if (body === '') return fieldViolations('form', bodies.get(FORM) ?? [], []);
  const fields = contentType === undefined ? undefined : bodies.get(contentType);
  if (!fields) return [`content type is ${contentType ?? 'missing'}, not ${[...bodies.keys()].join(' or ')}`];
  if (contentType === FORM) return fieldViolations('form', fields, [...new URLSearchParams(body)]);
  return jsonObject(body) ? [] : ['body is not a JSON object'];
}

/** Of headers as Node records them: names in any case, repeated ones as a list. */
function header({ headers }: TwilioRequest, name: string): string | undefined {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return found === undefined ? undefined : String(found);
}
