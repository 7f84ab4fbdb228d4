import { randomUUID } from 'node:crypto';
import type { Deps, Timer } from '../actions/ports';
import { required } from './environment';
import type { Run } from './run';
import { tellingDepsFor } from './telling-deps';
import { twilio } from './twilio';

/** What an action works with, for one run. */
export function depsFor(run: Run, timer: Timer): Deps {
  return {
    ...tellingDepsFor(run),
    timer,
    twilio: twilio(run),
    metrics: run.metrics,
    run: randomUUID(),
    workspace: {
      workspaceSid: required('TWILIO_WORKSPACE_SID'),
      defaultWorkflowSid: required('TWILIO_WORKFLOW_SID'),
    },
  };
}
