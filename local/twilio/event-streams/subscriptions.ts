import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { iso, type Platform } from '../platform';
import { type Subscription } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  created,
  isRecord,
  param,
  parseJson,
  required,
  type Route,
} from '../requests';
import { newSid } from '../sids';

const SUBSCRIPTION = '/v1/Subscriptions/{Sid}';
const EVENTS = '/v1/Subscriptions/{Sid}/SubscribedEvents';

export const SUBSCRIPTION_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/v1/Subscriptions', handle: listSubscriptions },
  { method: 'POST', pattern: '/v1/Subscriptions', handle: createSubscription },
  { method: 'DELETE', pattern: SUBSCRIPTION, handle: deleteSubscription },
  { method: 'GET', pattern: EVENTS, handle: listEvents },
  { method: 'POST', pattern: EVENTS, handle: addEvent },
  { method: 'DELETE', pattern: `${EVENTS}/{Type}`, handle: removeEvent },
];

const TYPE = /^com\.twilio(\.[a-z-]+)+$/;

function subscriptionOf(platform: Platform, request: ApiRequest): Subscription {
  const subscription = platform.store.subscriptions.get(param(request, 'Sid'));
  if (!subscription) throw notFound(request.path);
  return subscription;
}

function listSubscriptions(platform: Platform, request: ApiRequest): ApiAnswer {
  const sink = request.query.get('SinkSid');
  return page(request, {
    key: 'subscriptions',
    items: platform.store.subscriptions.values().filter(({ sinkSid }) => sink === null || sink === sinkSid),
    idOf: ({ sid }) => sid,
    render: (subscription) => view(platform, request, subscription),
  });
}

function createSubscription(platform: Platform, request: ApiRequest): ApiAnswer {
  const sinkSid = required(request, 'SinkSid');
  if (!platform.store.sinks.get(sinkSid)) throw badParameter('SinkSid is not the SID of a sink');
  const types = request.form.getAll('Types').map((text) => typeIn(parseJson('Types', text)));
  if (types.length === 0) throw badParameter('Missing required parameter Types');
  const subscription: Subscription = {
    sid: newSid('DF'),
    sinkSid,
    description: required(request, 'Description'),
    types,
    createdAt: platform.now(),
  };
  platform.store.subscriptions.set(subscription.sid, subscription);
  return created(view(platform, request, subscription));
}

function deleteSubscription(platform: Platform, request: ApiRequest): ApiAnswer {
  platform.store.subscriptions.delete(subscriptionOf(platform, request).sid);
  return { status: 204 };
}

function listEvents(platform: Platform, request: ApiRequest): ApiAnswer {
  const subscription = subscriptionOf(platform, request);
  return page(request, {
    key: 'types',
    items: subscription.types,
    idOf: ({ type }) => type,
    render: (type) => eventView(platform, request, subscription, type),
  });
}

function addEvent(platform: Platform, request: ApiRequest): ApiAnswer {
  const subscription = subscriptionOf(platform, request);
  const version = Number(request.form.get('SchemaVersion') ?? 1);
  const added = typeIn({ type: required(request, 'Type'), schema_version: version });
  subscription.types = [...subscription.types.filter(({ type }) => type !== added.type), added];
  platform.store.subscriptions.set(subscription.sid, subscription);
  return created(eventView(platform, request, subscription, added));
}

function removeEvent(platform: Platform, request: ApiRequest): ApiAnswer {
  const subscription = subscriptionOf(platform, request);
  const removed = param(request, 'Type');
  if (!subscription.types.some(({ type }) => type === removed)) throw notFound(request.path);
  subscription.types = subscription.types.filter(({ type }) => type !== removed);
  platform.store.subscriptions.set(subscription.sid, subscription);
  return { status: 204 };
}

function typeIn(given: unknown): Subscription['types'][number] {
  const { type, schema_version: version = 1 } = isRecord(given) ? given : {};
  if (typeof type !== 'string' || !TYPE.test(type) || !Number.isInteger(version))
    throw badParameter('A type of event is not known');
  return { type, schemaVersion: Number(version) };
}

function view({ options }: Platform, { base }: ApiRequest, subscription: Subscription): object {
  const { sid, sinkSid, description, createdAt } = subscription;
  const url = `${base}/v1/Subscriptions/${sid}`;
  return {
    account_sid: options.accountSid,
    sid,
    sink_sid: sinkSid,
    description,
    date_created: iso(createdAt),
    date_updated: iso(createdAt),
    url,
    links: { subscribed_events: `${url}/SubscribedEvents` },
  };
}

function eventView(
  { options }: Platform,
  { base }: ApiRequest,
  { sid }: Subscription,
  { type, schemaVersion }: Subscription['types'][number],
): object {
  return {
    account_sid: options.accountSid,
    subscription_sid: sid,
    type,
    schema_version: schemaVersion,
    url: `${base}/v1/Subscriptions/${sid}/SubscribedEvents/${type}`,
  };
}
