import { markerIn } from '../../lambda/domain/invite-routing';
import { type Deployment } from '../deployment/deployment';
import { ADDRESSES } from '../twilio/addresses';
import { type Resource, type TwilioApi } from '../twilio/api';

/** A task of one of our invites that is not over. */
export interface OurTask {
  readonly taskSid: string;
  readonly status: string;
  readonly ageSeconds: number;
  readonly queueSid: string;
  readonly timeoutSeconds: number;
  readonly updatedAt: number;
  readonly attributes: Resource;
  readonly marker: NonNullable<ReturnType<typeof markerIn>>;
}

/** So many tasks of the workspace are looked at, others' among them. */
const MOST = 1_000;

/** Tasks in TaskRouter that have our marker, and are waiting for an agent or have one. */
export async function readOurTasks(twilio: TwilioApi, deployment: Deployment): Promise<OurTask[]> {
  const asked = { AssignmentStatus: ['pending', 'reserved', 'assigned'] };
  const { items } = await twilio.list(`${ADDRESSES.workspace(deployment)}/Tasks`, 'tasks', asked, MOST);
  return items.flatMap((task) => {
    const attributes = objectIn(task['attributes']);
    const marker = markerIn(attributes);
    if (marker === undefined) return [];
    return [
      {
        taskSid: String(task['sid']),
        status: String(task['assignment_status']),
        ageSeconds: Number(task['age']),
        queueSid: String(task['task_queue_sid']),
        timeoutSeconds: Number(task['timeout']),
        updatedAt: Date.parse(String(task['date_updated'])),
        attributes,
        marker,
      },
    ];
  });
}

/** JSON text of an object; nothing where it is none. */
export function objectIn(text: unknown): Resource {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    return typeof value === 'object' && value !== null ? (value as Resource) : {};
  } catch {
    return {};
  }
}
