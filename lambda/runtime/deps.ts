import { randomUUID } from 'node:crypto';
import type { Deps, Timer } from '../actions/ports';
import { type Budget, budgetOf } from '../adapters/budget';
import { clock } from './clock';
import { required } from './environment';
import { events } from './events';
import { history } from './history';
import { jsonLog } from './log';
import { store } from './store';
import { twilio } from './twilio';

/** Twilio's calls of one action, in milliseconds from its start: what it writes afterwards still fits into 20 s. */
export const ACTION_BUDGET_MILLISECONDS = 14_000;

/** A run's budget starts now. */
export function budgetFromNow(milliseconds: number): Budget {
  const began = clock.elapsed();
  return budgetOf(milliseconds, () => clock.elapsed() - began);
}

/** What an action works with, for one run. @param requestId stands in its log lines */
export function depsFor(requestId: string, budget: Budget, timer: Timer): Deps {
  return {
    store: store(),
    history: history(),
    events: events(),
    timer,
    twilio: twilio(budget),
    log: jsonLog({ requestId }),
    now: () => clock.now(),
    run: randomUUID(),
    newId: randomUUID,
    workspace: {
      workspaceSid: required('TWILIO_WORKSPACE_SID'),
      defaultWorkflowSid: required('TWILIO_WORKFLOW_SID'),
    },
  };
}
