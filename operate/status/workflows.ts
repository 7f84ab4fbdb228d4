import { type Deployment } from '../deployment/deployment';
import { ADDRESSES } from '../twilio/addresses';
import { type Resource, type TwilioApi } from '../twilio/api';
import { objectIn } from './tasks';

/** A workflow of the workspace, as far as it matters here. */
export interface Workflow {
  readonly workflowSid: string;
  readonly name: string;
  readonly reservationTimeoutSeconds: number;
  /** Targets of all its filters. */
  readonly targets: readonly Resource[];
  readonly hasDefaultTarget: boolean;
}

export async function readWorkflows(twilio: TwilioApi, deployment: Deployment): Promise<Workflow[]> {
  const { items } = await twilio.list(`${ADDRESSES.workspace(deployment)}/Workflows`, 'workflows');
  return items.map((workflow) => {
    const { task_routing: routing } = objectIn(workflow['configuration']);
    const { filters, default_filter: last } = objectIn(routing);
    return {
      workflowSid: String(workflow['sid']),
      name: String(workflow['friendly_name']),
      reservationTimeoutSeconds: Number(workflow['task_reservation_timeout']),
      targets: listIn(filters).flatMap((filter) => listIn(filter['targets'])),
      hasDefaultTarget: typeof objectIn(last)['queue'] === 'string',
    };
  });
}

function listIn(value: unknown): Resource[] {
  return Array.isArray(value) ? value.map(objectIn) : [];
}
