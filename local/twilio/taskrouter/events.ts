import { type Platform } from '../platform';
import { type Reservation, type Task, type Worker, type WorkspaceEvent } from '../records';
import { newSid } from '../sids';
import { reservationFacts, taskFacts, workerFacts } from './event-facts';

/** Of the workspace. */
export const WORKSPACE_NAME = 'Flex Task Assignment';

interface About {
  readonly task?: Task;
  readonly reservation?: Reservation;
  readonly worker?: Worker;
  /** Facts of this event only. */
  readonly more?: Record<string, string>;
}

/** Keeps an event of the workspace and sends it to the event callback, `/webhooks/taskrouter`. */
export function recordEvent(platform: Platform, type: string, description: string, about: About): void {
  const event: WorkspaceEvent = {
    sid: newSid('EV'),
    type,
    at: platform.now(),
    description,
    ...resource(platform, about),
    facts: {
      WorkspaceSid: platform.options.workspaceSid,
      WorkspaceName: WORKSPACE_NAME,
      ...(about.task && taskFacts(platform, about.task)),
      ...(about.reservation && reservationFacts(about.reservation)),
      ...(about.worker && workerFacts(about.worker)),
      ...about.more,
    },
  };
  platform.events.add({ ...event, number: platform.nextNumber() });
  platform.webhooks.queue(
    '/webhooks/taskrouter',
    about.task?.conversationSid ?? event.resourceSid,
    form(event),
  );
}

function resource(platform: Platform, about: About): Pick<WorkspaceEvent, 'resourceType' | 'resourceSid'> {
  if (about.reservation) return { resourceType: 'reservation', resourceSid: about.reservation.sid };
  if (about.task) return { resourceType: 'task', resourceSid: about.task.sid };
  return { resourceType: 'worker', resourceSid: about.worker?.sid ?? platform.options.workspaceSid };
}

function form(event: WorkspaceEvent): Record<string, string> {
  return {
    Sid: event.sid,
    EventType: event.type,
    EventDescription: event.description,
    ResourceType: event.resourceType,
    ResourceSid: event.resourceSid,
    Timestamp: new Date(event.at).toISOString(),
    TimestampMs: String(event.at),
    ...event.facts,
  };
}
