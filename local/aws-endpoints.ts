import { type RequestListener } from 'node:http';
import { type Endpoints } from './environment';
import { serve } from './http-server';
import { lambdaAccount } from './lambda-account';
import { awsOperation, type Observe, observed, type Service } from './observe';
import { secretsManager, type TwilioSecret } from './secrets-manager';

export interface AwsEndpoints {
  readonly urls: Omit<Endpoints, 'twilio'>;
  close(): Promise<void>;
}

/** Puts the services of AWS on ports of their own. */
export async function awsEndpoints(
  dynamodb: { readonly listener: RequestListener },
  states: { readonly listener: RequestListener },
  events: { readonly listener: RequestListener },
  logs: { readonly listener: RequestListener },
  secret: { readonly name: string; readonly value: TwilioSecret },
  observe?: Observe,
): Promise<AwsEndpoints> {
  const start = (service: Service, listener: RequestListener) =>
    serve(observed(observe, service, awsOperation, listener));
  const servers = await Promise.all([
    start('dynamodb', dynamodb.listener),
    start('states', states.listener),
    start('events', events.listener),
    start('secretsmanager', secretsManager(secret.name, secret.value)),
    serve(logs.listener),
    serve(lambdaAccount),
  ]);
  const urls = {
    dynamodb: servers[0].url,
    states: servers[1].url,
    events: servers[2].url,
    secretsManager: servers[3].url,
    logs: servers[4].url,
    lambda: servers[5].url,
  };
  return { urls, close: async () => void (await Promise.all(servers.map((server) => server.close()))) };
}
