import {
  DOCUMENT,
  type ApiResponse,
  type Content,
  type Example,
  locate,
  METHODS,
  type MediaType,
  type Operation,
  type Parameter,
} from './openapi-document';

type Place = (string | number)[];

/** An example of the document, and where the schema stands that it has to fit. */
export interface PlacedExample {
  readonly title: string;
  readonly schemaAt: Place;
  readonly value: unknown;
}
/** Example of an answer. */
export interface AnswerExample extends PlacedExample {
  readonly status: number;
  readonly type: string;
}
export interface PlacedOperation {
  readonly name: string;
  readonly at: Place;
  readonly operation: Operation;
}

/** All operations of docs/openapi.yaml; `name` as in "POST /conversations/{conversationSid}/pause". */
export const OPERATIONS: readonly PlacedOperation[] = Object.keys(DOCUMENT.paths).flatMap((path) =>
  METHODS.filter((method) => DOCUMENT.paths[path]?.[method]).map((method) => {
    const { at, value } = locate<Operation>('paths', path, method);
    return { name: `${method.toUpperCase()} ${path}`, at, operation: value };
  }),
);

export const REQUEST_EXAMPLES: readonly PlacedExample[] = OPERATIONS.filter(
  ({ operation }) => operation.requestBody,
).flatMap(({ name, at }) => {
  const body = locate<{ content: Content }>(...at, 'requestBody');
  return examplesOf(name, [...body.at, 'content'], body.value.content);
});

export const ANSWER_EXAMPLES: readonly AnswerExample[] = OPERATIONS.flatMap(({ name, at, operation }) =>
  Object.keys(operation.responses).flatMap((status) => {
    const response = locate<ApiResponse>(...at, 'responses', status);
    const examples = examplesOf(
      `${name} ${status}`,
      [...response.at, 'content'],
      response.value.content ?? {},
    );
    return examples.map((example) => ({ ...example, status: Number(status) }));
  }),
);

/** A type of an answer's body, with the examples that show it. */
export interface AnswerType {
  readonly title: string;
  readonly schemaAt: Place;
  readonly examples: readonly unknown[];
}

export const ANSWER_TYPES: readonly AnswerType[] = OPERATIONS.flatMap(({ name, at, operation }) =>
  Object.keys(operation.responses).flatMap((status) => {
    const response = locate<ApiResponse>(...at, 'responses', status);
    const { content = {} } = response.value;
    return Object.entries(content).map(([type, media]) => {
      const place = [...response.at, 'content', type];
      const examples = examplesOf('', place.slice(0, -1), { [type]: media });
      return {
        title: `${name} ${status}, ${type}`,
        schemaAt: [...place, 'schema'],
        examples: examples.map(({ value }) => value),
      };
    });
  }),
);

/** Codes that a problem may have by its schema; none for the schema of something else. */
export function codesAt(...schemaAt: Place): string[] {
  const { at, value } = locate<{ properties?: { code?: { const?: string; enum?: string[] } } }>(...schemaAt);
  const { const: only, enum: some = [] } = value.properties?.code ?? {};
  const inside = ['oneOf', 'anyOf', 'allOf'].flatMap((key) => {
    const schemas = (value as Record<string, unknown[] | undefined>)[key] ?? [];
    return schemas.flatMap((_, index) => codesAt(...at, key, index));
  });
  return [...(only === undefined ? some : [only]), ...inside];
}

export const PARAMETER_EXAMPLES: readonly PlacedExample[] = OPERATIONS.flatMap(({ name, at }) =>
  [at, at.slice(0, -1)].flatMap((owner) => {
    const { parameters = [] } = locate<{ parameters?: unknown[] }>(...owner).value;
    return parameters.flatMap((_, index) => parameterExamples(name, [...owner, 'parameters', index]));
  }),
);

function parameterExamples(name: string, place: Place): PlacedExample[] {
  const { at, value } = locate<Parameter>(...place);
  const values = value.examples
    ? Object.keys(value.examples).map((key) => locate<Example>(...at, 'examples', key).value.value)
    : [value.example];
  return values.map((example) => ({
    title: `${name} ${value.name}`,
    schemaAt: [...at, 'schema'],
    value: example,
  }));
}

function examplesOf(name: string, at: Place, content: Content): (PlacedExample & { type: string })[] {
  return Object.entries(content).flatMap(([type, media]: [string, MediaType]) =>
    Object.keys(media.examples ?? {}).map((key) => ({
      title: `${name}, ${key}`,
      type,
      schemaAt: [...at, type, 'schema'],
      value: locate<Example>(...at, type, 'examples', key).value.value,
    })),
  );
}
