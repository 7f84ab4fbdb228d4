import { WorkerContextImpl, WorkerListInstance } from 'twilio/lib/rest/taskrouter/v1/workspace/worker';
import { WorkerChannelContextImpl } from 'twilio/lib/rest/taskrouter/v1/workspace/worker/workerChannel';
import type { Twilio, Worker } from '../../actions/ports';
import { chatIdentity } from '../../domain/chat-identity';
import { told, toldOrAbsent } from './errors';
import { apiVersion, count, PAGE_SIZE, parsedAttributes, text, textOrNull } from './resources';
import type { Transport } from './transport';

/** TaskRouter's workers: the agents. They are read, never changed. */
export function workerCalls(
  transport: Transport,
  workspaceSid: string,
): Pick<Twilio, 'capacity' | 'worker' | 'workers' | 'workerIdentity'> {
  const version = apiVersion('taskrouter.twilio.com', transport);
  const worker = (workerSid: string) => new WorkerContextImpl(version, workspaceSid, workerSid);
  return {
    capacity: (workerSid, taskChannelUniqueName) =>
      toldOrAbsent('read worker', async () => {
        const channel = new WorkerChannelContextImpl(version, workspaceSid, workerSid, taskChannelUniqueName);
        const [agent, room] = await Promise.all([
          worker(workerSid).fetch(),
          toldOrAbsent('read worker', () => channel.fetch()),
        ]);
        const available = isYes(agent.available);
        if (room === undefined) return { available, assignedTasks: 0, configuredCapacity: 0 };
        return {
          available,
          assignedTasks: count(room.assignedTasks, 'assigned tasks'),
          configuredCapacity: count(room.configuredCapacity, 'configured capacity'),
        };
      }),

    worker: (workerSid) => toldOrAbsent('read worker', async () => workerOf(await worker(workerSid).fetch())),

    workers: (pageToken) =>
      told('list workers', async () => {
        const page = await WorkerListInstance(version, workspaceSid).page({
          pageSize: PAGE_SIZE,
          ...(pageToken === undefined ? {} : { pageToken }),
        });
        return { workers: page.instances.map(workerOf), nextPageToken: tokenIn(page.nextPageUrl) };
      }),

    workerIdentity: (workerSid) =>
      told('read worker', async () => chatIdentity((await worker(workerSid).fetch()).attributes)),
  };
}

function workerOf({ sid, friendlyName, attributes, available }: WorkerResource): Worker {
  return {
    workerSid: text(sid, 'worker SID'),
    name: fullName(attributes) ?? text(friendlyName, 'friendly name'),
    available: isYes(available),
  };
}

/** What is neither true nor false means that no task goes there. */
function isYes(value: unknown): boolean {
  return value === true;
}

/** A worker, as far as the package reads one. */
interface WorkerResource {
  readonly sid: unknown;
  readonly friendlyName: unknown;
  readonly attributes: unknown;
  readonly available: unknown;
}

/** Flex keeps an agent's full name in the attributes; the friendly name is the user's. */
function fullName(attributes: unknown): string | null {
  try {
    return textOrNull(parsedAttributes(attributes)['full_name']);
  } catch {
    return null;
  }
}

function tokenIn(nextPageUrl: string | undefined): string | null {
  return nextPageUrl === undefined ? null : new URL(nextPageUrl).searchParams.get('PageToken');
}
