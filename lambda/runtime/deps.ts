import { randomUUID } from 'node:crypto';
import type { Deps, Timer } from '../actions/ports';
import { clock } from './clock';
import { required } from './environment';
import { events } from './events';
import { history } from './history';
import type { Run } from './run';
import { store } from './store';
import { twilio } from './twilio';

/** What an action works with, for one run. */
export function depsFor(run: Run, timer: Timer): Deps {
  const { log, metrics } = run;
  return {
    store: store(),
    history: history(),
    events: events(),
    timer,
    twilio: twilio(run),
    log,
    metrics,
    now: () => clock.now(),
    run: randomUUID(),
    newId: randomUUID,
    workspace: {
      workspaceSid: required('TWILIO_WORKSPACE_SID'),
      defaultWorkflowSid: required('TWILIO_WORKFLOW_SID'),
    },
  };
}
