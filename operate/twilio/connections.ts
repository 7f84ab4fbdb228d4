import { type Deployment } from '../deployment/deployment';
import { OperatorError } from '../operator-error';
import { ADDRESSES } from './addresses';
import { type Resource, type TwilioApi } from './api';

/** Where Twilio tells what happens, as it is set now. */
export interface Connections {
  readonly callback: Callback;
  readonly service: Webhooks;
  readonly account: Webhooks;
  /** Streams of Event Streams to our addresses. */
  readonly streams: readonly Stream[];
}

/** The workspace's event callback. */
export interface Callback {
  /** Where it is set. */
  readonly address: string;
  /** With its connection overrides; empty: none. */
  readonly url: string;
  /** null: all events. */
  readonly filter: readonly string[] | null;
}

/** Conversations' webhooks of one level. */
export interface Webhooks {
  readonly address: string;
  readonly preUrl: string;
  readonly postUrl: string;
  /** null: none is told. */
  readonly filters: readonly string[] | null;
  readonly method: string | null;
}

export interface Stream {
  readonly sinkSid: string;
  readonly destination: string;
  /** undefined: nothing is sent there yet. */
  readonly subscriptionSid: string | undefined;
  readonly types: readonly string[];
}

export async function readConnections(twilio: TwilioApi, deployment: Deployment): Promise<Connections> {
  const serviceSid = await flexService(twilio);
  const [callback, service, account, streams] = await Promise.all([
    readCallback(twilio, ADDRESSES.workspace(deployment)),
    readWebhooks(twilio, ADDRESSES.serviceWebhooks(serviceSid)),
    readWebhooks(twilio, ADDRESSES.accountWebhooks),
    readStreams(twilio, [deployment.taskRouterWebhookUrl, deployment.conversationsWebhookUrl]),
  ]);
  return { callback, service, account, streams };
}

/** Those in force: a service's own take the place of the account's. Source: Twilio docs, Per-Service Webhook resource. */
export function inForce({ service, account }: Connections): Webhooks {
  const isSet = ({ preUrl, postUrl }: Webhooks) => preUrl !== '' || postUrl !== '';
  // Where nothing is set, the service is Flex's alone, and the account is everybody's.
  return isSet(service) || !isSet(account) ? service : account;
}

/** The Conversations service in which Flex has its conversations. */
async function flexService(twilio: TwilioApi): Promise<string> {
  const { chat_service_instance_sid: service } = await twilio.get(ADDRESSES.flexConfiguration);
  if (typeof service === 'string' && service !== '') return service;
  throw new OperatorError('The account has no Flex, or its Flex has no service of Conversations.');
}

async function readCallback(twilio: TwilioApi, address: string): Promise<Callback> {
  const workspace = await twilio.get(address);
  const filter = text(workspace, 'events_filter');
  return {
    address,
    url: text(workspace, 'event_callback_url'),
    filter: filter === '' ? null : filter.split(',').map((name) => name.trim()),
  };
}

async function readWebhooks(twilio: TwilioApi, address: string): Promise<Webhooks> {
  const webhooks = await twilio.get(address);
  const { filters } = webhooks;
  return {
    address,
    preUrl: text(webhooks, 'pre_webhook_url'),
    postUrl: text(webhooks, 'post_webhook_url'),
    filters: Array.isArray(filters) ? filters.map(String) : null,
    method: text(webhooks, 'method').toUpperCase() || null,
  };
}

async function readStreams(twilio: TwilioApi, destinations: readonly string[]): Promise<Stream[]> {
  const { items: sinks } = await twilio.list(ADDRESSES.sinks, 'sinks');
  const ours = sinks.filter((sink) => destinations.includes(destinationOf(sink)));
  const streams = ours.map(async (sink): Promise<Stream[]> => {
    const sinkSid = text(sink, 'sid');
    const destination = destinationOf(sink);
    const { items } = await twilio.list(ADDRESSES.subscriptions, 'subscriptions', { SinkSid: sinkSid });
    if (items.length === 0) return [{ sinkSid, destination, subscriptionSid: undefined, types: [] }];
    return Promise.all(
      items.map(async (subscription) => {
        const subscriptionSid = text(subscription, 'sid');
        const { items: types } = await twilio.list(ADDRESSES.subscribedEvents(subscriptionSid), 'types');
        return { sinkSid, destination, subscriptionSid, types: types.map((each) => text(each, 'type')) };
      }),
    );
  });
  return (await Promise.all(streams)).flat();
}

function destinationOf({ sink_configuration: configuration }: Resource): string {
  return text((configuration ?? {}) as Resource, 'destination');
}

/** What is not set is null or empty at Twilio, one as good as the other. */
function text(resource: Resource, field: string): string {
  const value = resource[field];
  return typeof value === 'string' ? value : '';
}
