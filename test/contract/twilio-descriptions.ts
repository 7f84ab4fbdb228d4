import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fragment } from './json-pointer';
import { type PathTemplate, pathTemplate } from './path-template';

const FOLDER = join(__dirname, '../../node_modules/@twilio-alpha/mcp/twilio-oai/spec/json');
/** Twilio's own descriptions of the APIs that the product and its operators call; all of them lie under `/v1`. */
const APIS = ['flex_v1', 'taskrouter_v1', 'conversations_v1', 'events_v1', 'iam_v1'] as const;

/** A description as Twilio publishes it (github twilio/twilio-oai), OpenAPI 3.0. */
export interface Description {
  readonly id: string;
  readonly document: Document;
}
interface Document {
  readonly paths: Record<string, Record<string, DescribedOperation | undefined>>;
}
interface DescribedOperation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
}
export interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
}

/** A parameter or form field, with the address of its schema for `$ref`. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly ref: string;
}
export interface TwilioOperation {
  /** "POST /v1/Interactions/{InteractionSid}/Channels/{Sid}" with its API, for messages. */
  readonly name: string;
  readonly method: string;
  readonly path: PathTemplate;
  readonly parameters: Record<'path' | 'query' | 'header', readonly Field[]>;
  /** By content type; empty when the operation takes no body. */
  readonly bodies: ReadonlyMap<string, readonly Field[]>;
}

let loaded: { descriptions: Description[]; operations: TwilioOperation[] } | undefined;

/** The descriptions and their operations; read on the first call, then kept. */
export function twilioDescriptions(): { descriptions: Description[]; operations: TwilioOperation[] } {
  if (!loaded) {
    const descriptions = APIS.map((id) => ({
      id,
      document: JSON.parse(readFileSync(join(FOLDER, `twilio_${id}.json`), 'utf8')) as Document,
    }));
    loaded = { descriptions, operations: descriptions.flatMap(operationsOf) };
  }
  return loaded;
}

function operationsOf({ id, document }: Description): TwilioOperation[] {
  return Object.entries(document.paths).flatMap(([template, item]) => {
    const path = pathTemplate(template);
    return (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((verb) => {
      const operation = item[verb];
      const at = ['paths', template, verb];
      return operation ? [describe(id, verb.toUpperCase(), path, at, operation)] : [];
    });
  });
}

function describe(
  id: string,
  method: string,
  path: PathTemplate,
  at: readonly string[],
  { parameters = [], requestBody }: DescribedOperation,
): TwilioOperation {
  const located = parameters.map(({ name, in: where, required = false, schema }, index) => {
    return { where, name, required, schema, ref: id + fragment(...at, 'parameters', index, 'schema') };
  });
  const inside = (place: string) => located.filter(({ where }) => where === place);
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => {
    return [
      type,
      fieldsOf(schema, id, [...at, 'requestBody', 'content', type, 'schema', 'properties']),
    ] as const;
  });
  return {
    name: `${method} ${path.template} (${id})`,
    method,
    path,
    parameters: { path: inside('path'), query: inside('query'), header: inside('header') },
    bodies: new Map(bodies),
  };
}

function fieldsOf({ properties = {}, required = [] }: Schema, id: string, at: readonly string[]): Field[] {
  return Object.entries(properties).map(([name, schema]) => {
    return { name, required: required.includes(name), schema, ref: id + fragment(...at, name) };
  });
}
