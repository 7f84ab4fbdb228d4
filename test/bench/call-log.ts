import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type ClientRequest } from 'node:http';
import { type ObservedCall } from '../../local/observe';

/** One call of a function, with the outside calls that it made, in their order. */
export interface FunctionCall {
  /** "pause", "taskrouter-webhook" */
  readonly name: string;
  /** "dynamodb GetItem", "states StartExecution", "twilio POST /v1/Interactions/KD/Channels/UO/Invites" */
  readonly calls: string[];
}

/** Node's channel of requests by `node:http`, which the AWS clients make. */
const HTTP = 'http.client.request.start';
/** The one of requests by `fetch`, which the Twilio client makes. */
const FETCH = 'undici:request:create';

/**
 * Which function made which outside call, while several run in one process. The handlers are as they are deployed: a call
 * is seen where Node sends it, and belongs to the function in whose course it is sent.
 */
export class CallLog {
  readonly functionCalls: FunctionCall[] = [];
  private readonly running = new AsyncLocalStorage<FunctionCall>();
  private readonly onHttp = (message: unknown) => this.sees((message as { request: ClientRequest }).request);
  private readonly onFetch = (message: unknown) => this.seesFetch((message as { request: Fetched }).request);

  open(): void {
    subscribe(HTTP, this.onHttp);
    subscribe(FETCH, this.onFetch);
  }

  close(): void {
    unsubscribe(HTTP, this.onHttp);
    unsubscribe(FETCH, this.onFetch);
    this.running.disable();
  }

  /** For the product's `observe`: what follows in the course of a function belongs to it. */
  readonly observe = ({ service, operation, phase }: ObservedCall): void => {
    if (service !== 'lambda' || phase !== 'before') return;
    const call: FunctionCall = { name: operation, calls: [] };
    this.functionCalls.push(call);
    this.running.enterWith(call);
  };

  private sees(request: ClientRequest): void {
    const target = request.getHeader('x-amz-target');
    if (typeof target === 'string') this.running.getStore()?.calls.push(awsCall(target));
  }

  private seesFetch({ method, path }: Fetched): void {
    this.running.getStore()?.calls.push(`twilio ${method} ${withoutSids(path)}`);
  }
}

interface Fetched {
  readonly method: string;
  readonly path: string;
}

const SERVICES: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  AWSStepFunctions: 'states',
  AWSEvents: 'events',
  secretsmanager: 'secretsmanager',
};

/** @param target the header `X-Amz-Target`: "DynamoDB_20120810.GetItem" */
function awsCall(target: string): string {
  const [service = '', operation = ''] = target.split('.');
  return `${SERVICES[service] ?? service} ${operation}`;
}

function withoutSids(path: string): string {
  return path.replace(/\?.*$/, '').replace(/\/([A-Z]{2})[0-9a-f]{32}/g, '/$1');
}
