import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { fragment } from './json-pointer';
import {
  DOCUMENT,
  type Content,
  type Located,
  locate,
  METHODS,
  type Method,
  type Operation,
} from './openapi-document';
import { pathTemplate } from './path-template';

const DOCUMENT_ID = 'openapi';
const PROBLEM = 'application/problem+json';
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats(ajv);
// The document is the root that its schemas refer into, so its own keywords have to be known.
ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'components']);
ajv.addSchema(DOCUMENT, DOCUMENT_ID);

const TEMPLATES = Object.keys(DOCUMENT.paths).map(pathTemplate);

/**
 * What is wrong with a request, one sentence each; empty when docs/openapi.yaml allows it, by one of its types of body.
 *
 * @param method any case
 * @param path   as requested, "/conversations/CH…/pause"; a query is ignored
 * @param body   parsed JSON or form; undefined for none
 */
export function validateRequest(method: string, path: string, body: unknown): string[] {
  const operation = findOperation(method, path);
  if (!operation) return [`${method} ${path} is not in docs/openapi.yaml`];
  if (!operation.value.requestBody)
    return body === undefined ? [] : ['the request has a body, and needs none'];
  if (body === undefined) return ['the request has no body'];
  const { at, value } = locate<{ content: Content }>(...operation.at, 'requestBody');
  const byType = Object.keys(value.content).map((type) =>
    schemaErrors([...at, 'content', type, 'schema'], body),
  );
  return byType.sort((one, other) => one.length - other.length)[0] ?? [];
}

/**
 * What is wrong with an answer, one sentence each; empty when docs/openapi.yaml allows it.
 *
 * @param path        as requested, "/conversations/CH…/pause"; a query is ignored
 * @param contentType the header; its parameters are ignored; undefined for none
 * @param body        parsed JSON; undefined for none
 */
export function validateResponse(
  method: string,
  path: string,
  status: number,
  contentType: string | undefined,
  body: unknown,
): string[] {
  const operation = findOperation(method, path);
  if (!operation) return [`${method} ${path} is not in docs/openapi.yaml`];
  if (!(status in operation.value.responses))
    return [`${operation.value.operationId} does not answer ${status}`];
  const { at, value } = locate<{ content?: Content }>(...operation.at, 'responses', String(status));
  if (!value.content) return body === undefined ? [] : [`${status} has a body, and should have none`];
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || !(type in value.content))
    return [`${status} does not come as ${type ?? 'no type at all'}`];
  return schemaErrors([...at, 'content', type, 'schema'], body);
}

/** What is wrong with the answer to what docs/openapi.yaml does not have, one sentence each: it is the 404 of all others. */
export function notFoundErrors(status: number, contentType: string | undefined, body: unknown): string[] {
  if (status !== 404 || contentType !== PROBLEM) return [`no route is answered ${status} ${contentType}`];
  return schemaErrors(['components', 'responses', 'NotFound', 'content', PROBLEM, 'schema'], body);
}

/** Whether docs/openapi.yaml has this route. @param path as requested; a query is ignored */
export function isDescribed(method: string, path: string): boolean {
  return findOperation(method, path) !== undefined;
}

/** What is wrong with a value by the schema at this place of the document. */
export function schemaErrors(at: readonly (string | number)[], value: unknown): string[] {
  const validate = ajv.getSchema(DOCUMENT_ID + fragment(...at));
  if (!validate) throw new Error(`docs/openapi.yaml has no schema at ${at.join(' ')}`);
  return validate(value) === true ? [] : (validate.errors ?? []).map(sentence);
}

function findOperation(method: string, path: string): Located<Operation> | undefined {
  const bare = path.split('?')[0] ?? '';
  const matching = TEMPLATES.filter((template) => template.matches(bare));
  const [template] = matching.sort((one, other) => one.parameters - other.parameters);
  const name = METHODS.find((known): known is Method => known === method.toLowerCase());
  if (!template || !name || !DOCUMENT.paths[template.template]?.[name]) return undefined;
  return locate<Operation>('paths', template.template, name);
}

function sentence({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === '' ? 'body' : instancePath} ${message} ${JSON.stringify(params)}`;
}
