import { OPENAPI } from './openapi-file';

/** As much of the OpenAPI document as the tests walk through; schemas stay opaque, Ajv reads them. */
export interface OpenApiDocument {
  readonly paths: Record<string, PathItem>;
  readonly components: { readonly schemas: Record<string, unknown> };
}
export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
export const METHODS: readonly Method[] = ['get', 'put', 'post', 'patch', 'delete'];
export type PathItem = Partial<Record<Method, Operation>> & { readonly parameters?: Referable<Parameter>[] };
export interface Operation {
  readonly operationId: string;
  readonly security: Record<string, string[]>[];
  readonly parameters?: Referable<Parameter>[];
  readonly requestBody?: Referable<{ readonly content: Content }>;
  readonly responses: Record<string, Referable<ApiResponse>>;
}
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: unknown;
  readonly example?: unknown;
  readonly examples?: Record<string, Referable<Example>>;
}
export interface ApiResponse {
  readonly headers?: Record<string, unknown>;
  readonly content?: Content;
}
export type Content = Record<string, MediaType>;
export interface MediaType {
  readonly schema: unknown;
  readonly examples?: Record<string, Referable<Example>>;
}
export interface Example {
  readonly value: unknown;
}
export type Referable<T> = T | { readonly $ref: string };

/** docs/openapi.yaml, the contract of the HTTP API. */
export const DOCUMENT = OPENAPI as OpenApiDocument;

/** What stands at a place of the document, and the place itself after references were followed. */
export interface Located<T> {
  readonly at: (string | number)[];
  readonly value: T;
}

/** Follows `$ref`s within the document. Throws when nothing stands there: the document is wrong. */
export function locate<T>(...at: (string | number)[]): Located<T> {
  const value = at.reduce<unknown>(
    (inside, segment) => (inside as Record<string, unknown>)[segment],
    DOCUMENT,
  );
  if (value === undefined) throw new Error(`docs/openapi.yaml has nothing at ${at.join(' ')}`);
  const reference = (value as { $ref?: string }).$ref;
  return reference === undefined ? { at, value: value as T } : locate<T>(...reference.slice(2).split('/'));
}
