import { changePause } from '../../lambda/actions/change-pause';
import type { Command, CommandResult } from '../../lambda/actions/command';
import { complete } from '../../lambda/actions/complete';
import { end } from '../../lambda/actions/end';
import { leave } from '../../lambda/actions/leave';
import { pause } from '../../lambda/actions/pause';
import type { Deps } from '../../lambda/actions/ports';
import { reassign } from '../../lambda/actions/reassign';
import { resume } from '../../lambda/actions/resume';
import { serviceInvite } from '../../lambda/actions/service-invite';
import { type Caller, type Route, SERVICE } from '../../lambda/domain/authority';
import { ALICE, BOB, sid } from './constants';

export const AS_ALICE: Caller = { workerSid: ALICE, identity: 'alice', role: 'agent' };
export const AS_BOB: Caller = { workerSid: BOB, identity: 'bob', role: 'agent' };
export const AS_SUPERVISOR: Caller = { workerSid: sid('WK', 3), identity: 'sue', role: 'supervisor' };
/** A user without a worker. */
export const AS_ADMIN: Caller = { workerSid: null, identity: 'ada', role: 'admin' };

export interface Wish {
  readonly caller?: Caller;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

function commandOf(
  route: Route,
  conversationSid: string,
  { caller = AS_ALICE, body = {}, problem }: Wish,
): Command & { readonly body: Readonly<Record<string, unknown>> } {
  return { route, conversationSid, caller, fingerprint: JSON.stringify(body), problem, body };
}

type Act = (conversationSid: string, deps: Deps, wish?: Wish) => Promise<CommandResult>;

/** The commands as the handlers make them of requests. */
export const pauseIt: Act = (conversation, deps, wish = {}) =>
  pause(commandOf('pause', conversation, wish), deps);
export const leaveIt: Act = (conversation, deps, wish = {}) =>
  leave(commandOf('leave', conversation, wish), deps);
export const completeIt: Act = (conversation, deps, wish = {}) =>
  complete(commandOf('complete', conversation, wish), deps);
export const resumeIt: Act = (conversation, deps, wish = {}) =>
  resume(commandOf('resume', conversation, wish), deps);
export const reassignIt: Act = (conversation, deps, wish = {}) =>
  reassign(commandOf('reassign', conversation, { caller: AS_SUPERVISOR, ...wish }), deps);
export const patchIt: Act = (conversation, deps, wish = {}) =>
  changePause(commandOf('change-pause', conversation, wish), deps);
export const endIt: Act = (conversation, deps, wish = {}) => end(commandOf('end', conversation, wish), deps);
/** Custom logic's own. */
export const serviceInviteIt: Act = (conversation, deps, wish = {}) =>
  serviceInvite(commandOf('service-invite', conversation, { caller: SERVICE, ...wish }), deps);
