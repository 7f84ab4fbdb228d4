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
