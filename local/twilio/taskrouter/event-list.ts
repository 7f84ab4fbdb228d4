import { badParameter } from '../errors';
import { page, refusePageNumber } from '../paging';
import { iso, type Platform } from '../platform';
import { type Moment, type WorkspaceEvent } from '../records';
import { type ApiAnswer, type ApiRequest, type Route } from '../requests';
import { snakeCase } from './snake-case';
import { checkWorkspace, owner, WORKSPACE, workspaceUrl } from './workspace';

export const EVENT_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: `${WORKSPACE}/Events`, handle: listEvents },
];

/** How far back the list goes when neither `StartDate` nor `Minutes` is given. */
const DEFAULT_MINUTES = 15;

/** Filters that name one thing, and the fact of the event they ask for. */
const FACTS = ['TaskSid', 'WorkerSid', 'ReservationSid', 'TaskQueueSid', 'WorkflowSid'];

const PLURAL = { task: 'Tasks', reservation: 'Reservations', worker: 'Workers' };

function listEvents(platform: Platform, request: ApiRequest): ApiAnswer {
  checkWorkspace(platform, request);
  refusePageNumber(request);
  const { query } = request;
  const to = dateIn(query, 'EndDate') ?? Infinity;
  const from = dateIn(query, 'StartDate') ?? platform.now() - minutesIn(query) * 60_000;
  const type = query.get('EventType');
  const matches = (event: WorkspaceEvent) =>
    (type === null || event.type === type) &&
    FACTS.every((name) => !query.has(name) || query.get(name) === event.facts[name]);
  return page(request, {
    key: 'events',
    items: platform.events.newestFirst(from, to).filter(matches),
    idOf: ({ sid }) => sid,
    render: (event) => eventView(platform, request, event),
  });
}

function dateIn(query: URLSearchParams, name: string): Moment | null {
  const text = query.get(name);
  if (text === null) return null;
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw badParameter(`${name} is not an ISO 8601 date`);
  return moment;
}

function minutesIn(query: URLSearchParams): number {
  const minutes = Number(query.get('Minutes') ?? DEFAULT_MINUTES);
  if (!Number.isInteger(minutes) || minutes < 1) throw badParameter('Minutes must be a whole number');
  return minutes;
}

function eventView(platform: Platform, request: ApiRequest, event: WorkspaceEvent): object {
  const workspace = workspaceUrl(platform, request);
  return {
    ...owner(platform),
    sid: event.sid,
    event_type: event.type,
    event_date: iso(event.at),
    event_date_ms: event.at,
    description: event.description,
    actor_sid: platform.options.workspaceSid,
    actor_type: 'workspace',
    actor_url: workspace,
    resource_type: event.resourceType,
    resource_sid: event.resourceSid,
    resource_url: resourceUrl(workspace, event),
    event_data: Object.fromEntries(
      Object.entries(event.facts).map(([name, value]) => [snakeCase(name), value]),
    ),
    source: 'twilio',
    source_ip_address: null,
    url: `${workspace}/Events/${event.sid}`,
  };
}

function resourceUrl(workspace: string, { resourceType, resourceSid, facts }: WorkspaceEvent): string {
  const parent = resourceType === 'reservation' ? `${workspace}/Tasks/${facts.TaskSid}` : workspace;
  return `${parent}/${PLURAL[resourceType]}/${resourceSid}`;
}
