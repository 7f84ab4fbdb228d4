import { randomUUID } from 'node:crypto';
import { type RequestListener, type ServerResponse } from 'node:http';
import { readBody } from './http-server';
import { report } from './report';

/** The largest request that a service of AWS takes here; Step Functions' own limit is 256 KB of input. */
const LARGEST_REQUEST_BYTES = 1024 * 1024;

/** A refusal as AWS words it; `name` is what the client's error is called. */
export class AwsError extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

export type AwsOperation = (input: Readonly<Record<string, unknown>>) => object | Promise<object>;

/**
 * A service that speaks AWS's JSON protocol: operation in the header X-Amz-Target, input and answer in JSON.
 * @param contentType "application/x-amz-json-1.0" or "-1.1", as the service's model says
 */
export function awsJson(
  contentType: string,
  operations: Readonly<Record<string, AwsOperation>>,
): RequestListener {
  return (request, response) => {
    const target = String(request.headers['x-amz-target']).replace(/^.*\./, '');
    const answer = async () => {
      const operation = Object.hasOwn(operations, target) ? operations[target] : undefined;
      const body = await readBody(request, LARGEST_REQUEST_BYTES);
      if (!operation) throw new AwsError('UnknownOperationException', '');
      return operation(parse(body.toString()));
    };
    answer().then(
      (output) => send(response, contentType, 200, output),
      (error: unknown) => {
        if (error instanceof AwsError)
          return send(response, contentType, 400, { __type: error.name, message: error.message });
        report('service failed', { operation: target }, error);
        return send(response, contentType, 500, { __type: 'InternalFailure', message: 'Internal failure' });
      },
    );
  };
}

function parse(body: string): Record<string, unknown> {
  try {
    const input: unknown = JSON.parse(body);
    if (typeof input === 'object' && input !== null) return input as Record<string, unknown>;
  } catch {
    // Not JSON is answered like JSON of another type.
  }
  throw new AwsError('SerializationException', 'The request is not a JSON object');
}

function send(response: ServerResponse, contentType: string, status: number, body: object): void {
  response.writeHead(status, { 'content-type': contentType, 'x-amzn-requestid': randomUUID() });
  response.end(JSON.stringify(body));
}
