import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as v from 'valibot';
import type { Command, CommandResult } from '../actions/command';
import type { Deps } from '../actions/ports';
import type { Route } from '../domain/authority';
import { isSid } from '../domain/sids';
import { instant } from '../domain/time';
import { jsonOf } from '../http/body';
import { conversationIn } from '../http/path';
import { problem, problemOf } from '../http/problem';
import { json, type Reply } from '../http/reply';
import { problemsOf, type Schema } from '../http/schemas';
import { viewOf } from '../http/view';
import { type Answer, apiHandler, type ApiHandler, serviceHandler } from './api';
import { clock } from './clock';
import { depsFor } from './deps';
import { refuseUnlessReconciled } from './restored-table';
import { timer } from './timer';

type CarryOut<B> = (command: Command & { readonly body: Partial<B> }, deps: Deps) => Promise<CommandResult>;

/** A route by which people change a conversation. */
export function commandHandler<B extends object>(
  route: Route,
  schema: Schema<B>,
  carryOut: CarryOut<B>,
): ApiHandler {
  return apiHandler(commanded(route, schema, carryOut));
}

/** A route by which custom logic changes a conversation. */
export function serviceCommandHandler<B extends object>(
  route: Route,
  schema: Schema<B>,
  carryOut: CarryOut<B>,
): ApiHandler {
  return serviceHandler(commanded(route, schema, carryOut));
}

/** Reads the command, carries it out, and answers with the conversation. */
function commanded<B extends object>(route: Route, schema: Schema<B>, carryOut: CarryOut<B>): Answer {
  return async (event, caller, run) => {
    const conversationSid = conversationIn(event);
    if (conversationSid === undefined) return problem('not-found');
    const read = bodyOf(event, schema);
    if (read === 'too-large') return problem('too-large');
    await refuseUnlessReconciled();
    const deps = depsFor(run, timer());
    return replyOf(await carryOut({ route, conversationSid, caller, ...read }, deps));
  };
}

type ReadBody<B> = Pick<Command, 'fingerprint' | 'problem'> & { readonly body: Partial<B> };

function bodyOf<B extends object>(
  event: APIGatewayProxyEventV2,
  schema: Schema<B>,
): ReadBody<B> | 'too-large' {
  const read = jsonOf(event);
  if (read.kind === 'too-large') return 'too-large';
  if (read.kind === 'not-json') return { fingerprint: '', problem: 'The body is not JSON', body: {} };
  const parsed = v.safeParse(schema, read.value);
  if (!parsed.success)
    return { fingerprint: '', problem: problemsOf(parsed.issues), body: taskIn(read.value) };
  const fingerprint = createHash('sha256').update(JSON.stringify(parsed.output)).digest('base64url');
  return { fingerprint, body: parsed.output };
}

/** Of a body with mistakes: the task, because who may do what, and so who hears of the mistakes, can depend on it. */
function taskIn<B extends object>(body: unknown): Partial<B> {
  const { taskSid } = (body ?? {}) as { taskSid?: unknown };
  return (isSid('WT', taskSid) ? { taskSid } : {}) as Partial<B>;
}

/** 202 while something is still owed; a repeat is always 200. */
function replyOf(result: CommandResult): Reply {
  if (result.kind === 'refuse') return problemOf(result);
  const { record, settings, repeated, routedTo } = result;
  const status = repeated || Object.keys(record.pending).length === 0 ? 200 : 202;
  const view = viewOf(record, settings, instant(clock.now()));
  return json(status, routedTo === undefined ? view : { ...view, routedTo });
}
