import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { iso, type Platform } from '../platform';
import { type Sink } from '../records';
import {
  type ApiAnswer,
  type ApiRequest,
  created,
  isRecord,
  ok,
  oneOf,
  param,
  parseJson,
  required,
  type Route,
} from '../requests';
import { newSid } from '../sids';

const SINK = '/v1/Sinks/{Sid}';

export const SINK_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/v1/Sinks', handle: listSinks },
  { method: 'POST', pattern: '/v1/Sinks', handle: createSink },
  {
    method: 'GET',
    pattern: SINK,
    handle: (platform, request) => ok(view(request, sinkOf(platform, request))),
  },
  { method: 'DELETE', pattern: SINK, handle: deleteSink },
];

function sinkOf(platform: Platform, request: ApiRequest): Sink {
  const sink = platform.store.sinks.get(param(request, 'Sid'));
  if (!sink) throw notFound(request.path);
  return sink;
}

function listSinks(platform: Platform, request: ApiRequest): ApiAnswer {
  return page(request, {
    key: 'sinks',
    items: platform.store.sinks.values(),
    idOf: ({ sid }) => sid,
    render: (sink) => view(request, sink),
  });
}

function createSink(platform: Platform, request: ApiRequest): ApiAnswer {
  const sink: Sink = {
    sid: newSid('DG'),
    description: required(request, 'Description'),
    type: oneOf('SinkType', required(request, 'SinkType'), ['kinesis', 'webhook', 'segment', 'email']),
    configuration: configurationIn(request),
    createdAt: platform.now(),
  };
  platform.store.sinks.set(sink.sid, sink);
  return created(view(request, sink));
}

function configurationIn(request: ApiRequest): Record<string, unknown> {
  const configuration = parseJson('SinkConfiguration', required(request, 'SinkConfiguration'));
  if (!isRecord(configuration)) throw badParameter('SinkConfiguration must be a JSON object');
  return configuration;
}

/** One that is in use stays. */
function deleteSink(platform: Platform, request: ApiRequest): ApiAnswer {
  const { sid } = sinkOf(platform, request);
  const isUsed = platform.store.subscriptions.values().some(({ sinkSid }) => sinkSid === sid);
  if (isUsed) throw badParameter('The sink has subscriptions');
  platform.store.sinks.delete(sid);
  return { status: 204 };
}

function view({ base }: ApiRequest, { sid, description, type, configuration, createdAt }: Sink): object {
  const url = `${base}/v1/Sinks/${sid}`;
  return {
    sid,
    description,
    sink_type: type,
    sink_configuration: configuration,
    status: 'active',
    date_created: iso(createdAt),
    date_updated: iso(createdAt),
    url,
    links: { sink_test: `${url}/Test`, sink_validate: `${url}/Validate` },
  };
}
