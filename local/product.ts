import { randomUUID } from 'node:crypto';
import { type RequestListener } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Desk } from '../desk/build';
import { LocalActivity } from './activity';
import { awsEndpoints } from './aws-endpoints';
import { LocalClock } from './clock';
import { CloudWatchLogs } from './cloudwatch-logs';
import { corsOf } from './cors';
import { type DeployedCode, deployedCode } from './deployed-code';
import { deploymentOf } from './deployment';
import { withDesk } from './desk';
import { setEnvironment } from './environment';
import { EventBridge } from './event-bridge';
import { front, type FrontOptions, type OnAnswer, send } from './front';
import { splitTarget } from './front-event';
import { gatewayReply } from './front-reply';
import { serve } from './http-server';
import { environmentOf, functionNames, Lambda } from './lambda';
import { localRoutes } from './local-routes';
import { type Observe } from './observe';
import { openRecords } from './records';
import { routesOf } from './routes';
import { DEMO_TWILIO, type Settings, type TwilioSettings } from './settings';
import { LocalState } from './state';
import { stateMachinesOf, StepFunctions, type Timer } from './step-functions';
import { ACCOUNT, nameOf, REGION, resourcesOfType, type Template } from './template';
import { startTwilio } from './twilio-endpoint';

/** How long work in flight may take to end when the product is closed. */
const LAST_WORK_MS = 5_000;
/** How long an answer of `/local/*` waits for the webhooks that it caused: one that is held up must not hold it up. */
const SETTLE_MS = 2_000;
/** Node's limit, above the one of API Gateway, which answers what is longer itself. */
const MAX_HEADER_SIZE = 64 * 1024;

export interface ProductOptions extends Omit<Settings, 'twilio'> {
  /** @default the built-in Twilio's own */
  readonly twilio?: TwilioSettings;
  /** Watches every request of the handlers to AWS and to the built-in Twilio, and every call of a handler. */
  readonly observe?: Observe;
  /** Hears each answer of a handler to a request of the API or a webhook, before it goes out. */
  readonly onAnswer?: OnAnswer;
  /** @default the CDK app's template and the handlers in `lambda/` */
  readonly code?: () => Promise<DeployedCode>;
  /**
   * Builds the desk's page, which is then served at `/`.
   * @default - none, there is only the API
   */
  readonly desk?: () => Promise<Desk>;
}

/** The whole product, running in this process. */
export interface Product {
  /** "http://127.0.0.1:3000": the API, `/local/*`, and the desk. */
  readonly url: string;
  readonly port: number;
  readonly clock: LocalClock;
  timers(): Timer[];
  /** One sweep now. @throws what the handler throws */
  sweep(): Promise<unknown>;
  /** Lets work in flight end, and keeps everything. */
  close(): Promise<void>;
}

/**
 * Starts the product. The handlers read the environment of the process, which is set here: one product in a process at
 * a time.
 * @throws code EADDRINUSE when the port is taken, LEVEL_DATABASE_NOT_OPEN when another process uses `dataDir`
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dataDir, observe, twilio = DEMO_TWILIO } = options;
  let listener: RequestListener = (_, response) => send(response, gatewayReply(503, 'Service Unavailable'));
  const http = await serve((request, response) => listener(request, response), options.port, {
    maxHeaderSize: MAX_HEADER_SIZE,
  });
  const publicUrl = options.publicUrl ?? `http://localhost:${http.port}`;
  const state = await LocalState.open(dataDir === undefined ? undefined : join(dataDir, 'state'));
  // The desk first: it is built by a process of its own, while this one is busy with the template.
  const [desk, { template, entryOf, folder, begin }] = await Promise.all([
    options.desk?.(),
    (options.code ?? deployedCode)(),
  ]);

  const activity = new LocalActivity();
  const clock = new LocalClock(state, activity);
  const records = await openRecords(template, state, dataDir);
  const logs = new CloudWatchLogs(clock);
  const lambda = new Lambda(activity, observe, logs);
  const stepFunctions = new StepFunctions({
    stateMachines: stateMachinesOf(template),
    clock,
    state,
    activity,
    invoke: (functionArn, payload) => lambda.invokeArn(functionArn, payload),
  });
  const eventBridge = new EventBridge({ buses: busesOf(template), clock, state });
  const standIn = options.twilioBaseUrl
    ? undefined
    : await startTwilio({ ...twilio, clock, state, activity, publicUrl, deliverTo: http.url }, observe);
  const names = functionNames(template, entryOf);
  const environment = environmentOf(template, names);
  const secret = secretOf(environment, twilio);
  const aws = await awsEndpoints(records, stepFunctions, eventBridge, logs, secret, observe);

  const endpoints = { ...aws.urls, twilio: options.twilioBaseUrl ?? standIn!.url };
  setEnvironment(environment, endpoints, twilio, publicUrl);
  await begin(() => clock.now());
  await lambda.load(template, names, folder);

  const sweep = () => lambda.invokeNamed('sweep', scheduledEvent(clock.now()));
  const timers = () => stepFunctions.timers();
  const gateway: FrontOptions = {
    routes: routesOf(template),
    cors: corsOf(template),
    now: () => clock.now(),
    invoke: (functionId, event) => lambda.invoke(functionId, event),
    onAnswer: options.onAnswer,
  };
  const api = desk ? withDesk(desk, standIn !== undefined, front(gateway)) : front(gateway);
  const service = front({ ...gateway, isSigned: true });
  const settled = () => Promise.race([activity.idle(), sleep(SETTLE_MS, undefined, { ref: false })]);
  const local = localRoutes({
    clock,
    timers,
    events: (after) => eventBridge.events(after),
    owed: () => records.owed(),
    deployment: () => deploymentOf(template, endpoints, publicUrl, twilio),
    sweep,
    standIn: standIn?.actor,
    settled,
  });
  listener = (request, response) => {
    const [path] = splitTarget(request);
    if (!path.startsWith('/local/')) return api(request, response);
    if (!path.startsWith('/local/service/')) return local(request, response);
    request.url = request.url!.slice('/local'.length);
    return service(request, response);
  };
  const sweepOnSchedule = () =>
    sweep().then(
      () => undefined,
      () => undefined, // reported by the function's call; the next sweep finds everything
    );
  clock.start({ next: () => records.nextDue(), sweep: sweepOnSchedule });
  stepFunctions.resume();

  const close = async () => {
    await clock.close();
    await Promise.race([activity.idle(), sleep(LAST_WORK_MS, undefined, { ref: false })]);
    await Promise.all([http.close(), aws.close(), standIn?.close()]);
    await records.close();
    await state.close();
    logs.close();
  };
  return { url: http.url, port: http.port, clock, timers, sweep, close };
}

function busesOf(template: Template): string[] {
  return resourcesOfType(template, 'AWS::Events::EventBus').map(([logicalId]) => nameOf(template, logicalId));
}

function secretOf(environment: Readonly<Record<string, string>>, twilio: TwilioSettings) {
  const { accountSid, authToken, authTokenSecondary, apiKeySid, apiKeySecret } = twilio;
  const value = { accountSid, authToken, authTokenSecondary, apiKeySid, apiKeySecret };
  return { name: environment.TWILIO_SECRET_NAME ?? '', value };
}

/** What EventBridge sends on a schedule. */
function scheduledEvent(now: Date): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: ACCOUNT,
    time: `${now.toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [],
    detail: {},
  };
}
