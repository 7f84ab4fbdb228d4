import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';

export type Service = 'dynamodb' | 'states' | 'events' | 'secretsmanager' | 'twilio' | 'lambda';

/** One request of a handler to a service, or one call of a handler, as somebody watches it. */
export interface ObservedCall {
  readonly service: Service;
  /** "PutItem", "StartExecution", "POST /v1/Interactions"; of `lambda` the name of the function. */
  readonly operation: string;
  /** `before` it is carried out; `after` it was, and before its answer goes out. */
  readonly phase: 'before' | 'after';
}

/** What it returns is waited for. */
export type Observe = (call: ObservedCall) => void | Promise<void>;

/** Lets `observe` watch each request that `listener` gets; without it, the listener as it is. */
export function observed(
  observe: Observe | undefined,
  service: Service,
  operationOf: (request: IncomingMessage) => string,
  listener: RequestListener,
): RequestListener {
  if (!observe) return listener;
  return (request, response) => {
    const operation = operationOf(request);
    holdAnswer(response, async () => observe({ service, operation, phase: 'after' }));
    const before = observe({ service, operation, phase: 'before' });
    if (before === undefined) listener(request, response);
    else void before.then(() => listener(request, response));
  };
}

/** The operation of an AWS JSON request: header `X-Amz-Target: AWSStepFunctions.StartExecution`. */
export function awsOperation(request: IncomingMessage): string {
  return String(request.headers['x-amz-target']).replace(/^.*\./, '');
}

/** The listeners here give their whole answer in one `end`; until `after` is over nothing of it is sent. */
function holdAnswer(response: ServerResponse, after: () => Promise<void>): void {
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  response.end = ((...given: unknown[]) => {
    void after().then(() => end(...given));
    return response;
  }) as ServerResponse['end'];
}
