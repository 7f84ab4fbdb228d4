import { DEMO_TWILIO } from '../../local/settings';
import { AVAILABLE, DEMO_USERS, OFFLINE } from '../../local/twilio/demo';
import { type Timer } from '../../local/step-functions';
import { type ConversationView } from '../../lambda/http/view';
import { ALICE, type Answer, DEE, type RunningProduct } from './running-product';

export const CAROL = 'demo-token-carol';

/** A conversation that somebody has accepted. */
export interface Begun {
  readonly conversationSid: string;
  readonly taskSid: string;
  /** "/conversations/CH…" */
  readonly path: string;
}

/** The record as a supervisor sees it. */
export async function seen(
  running: RunningProduct,
  { path }: Pick<Begun, 'path'>,
): Promise<ConversationView> {
  const answer = await running.get(path, DEE);
  expect(answer.status).toBe(200);
  return answer.body as ConversationView;
}

/** A command that has to succeed. */
export async function does(running: RunningProduct, token: string, path: string, body: object = {}) {
  const answer = await running.post(path, token, body);
  expect(answer.body).not.toHaveProperty('code');
  expect([200, 202]).toContain(answer.status);
  return answer.body as ConversationView;
}

/** An invite by custom logic, which has to succeed. */
export async function invites(running: RunningProduct, { path }: Pick<Begun, 'path'>, body: object = {}) {
  const answer = await asksToInvite(running, { path }, body);
  expect(answer.body).not.toHaveProperty('code');
  expect([200, 202]).toContain(answer.status);
  return answer.body as ConversationView;
}

/** Custom logic asks for an invite, where each request counts as signed. */
export function asksToInvite(running: RunningProduct, { path }: Pick<Begun, 'path'>, body: unknown) {
  return running.post(`/local/service${path}/invite`, undefined, body);
}

/** Somebody writes in the conversation. */
export async function writes(
  running: RunningProduct,
  { conversationSid }: Pick<Begun, 'conversationSid'>,
  from: 'customer' | 'agent' | 'bot' = 'customer',
): Promise<void> {
  const path = `/local/conversations/${conversationSid}/messages`;
  expect((await running.post(path, undefined, { from, body: 'Hello?' })).status).toBe(200);
}

/** A conversation that Alice has left, wrap-up over. Leave has to be on. */
export async function leftByAlice(running: RunningProduct, channelType = 'web'): Promise<Begun> {
  const begun = await acceptedByAlice(running, channelType);
  await does(running, ALICE, `${begun.path}/leave`);
  expect(await does(running, ALICE, `${begun.path}/complete`)).toMatchObject({ channelState: 'inactive' });
  return begun;
}

/** A resume, and all that follows by itself. */
export async function resumes(running: RunningProduct, token: string, path: string) {
  const answer = await does(running, token, `${path}/resume`);
  await running.advance('PT1S'); // answers when nothing is in flight
  return answer as ConversationView & { readonly routedTo: 'agent' | 'workflow' };
}

export async function changes(running: RunningProduct, token: string, path: string, body: object) {
  const answer = await running.ask('PATCH', `${path}/pause`, token, body);
  expect(answer.body).not.toHaveProperty('code');
  expect(answer.status).toBe(200);
  return answer.body as ConversationView;
}

/** A conversation that Alice has accepted, also where others have idled longer. */
export async function acceptedByAlice(running: RunningProduct, channelType = 'web'): Promise<Begun> {
  await goOffline('Bob', 'Carol');
  const { conversationSid, taskSid } = (
    await running.post('/local/conversations', undefined, { channelType })
  ).body as Begun;
  expect(await inFlex(running, taskSid, 'accept')).toBe('Alice');
  await goOnline('Bob', 'Carol');
  return { conversationSid, taskSid, path: `/conversations/${conversationSid}` };
}

/** A conversation that Alice has paused, wrap-up over. Pause has to be on. */
export async function pausedByAlice(running: RunningProduct, body: object = {}): Promise<Begun> {
  const begun = await acceptedByAlice(running);
  await does(running, ALICE, `${begun.path}/pause`, body);
  expect(await does(running, ALICE, `${begun.path}/complete`)).toMatchObject({ channelState: 'pause' });
  return begun;
}

/** What an agent does with a task in "Flex": whose it was. */
export async function inFlex(
  running: RunningProduct,
  taskSid: string | null | undefined,
  act: 'accept' | 'decline' | 'complete',
): Promise<string> {
  const answer = await running.post(`/local/tasks/${taskSid}/${act}`);
  expect(answer.status).toBe(200);
  return nameOf((answer.body as { workerSid: string }).workerSid);
}

export function nameOf(workerSid: string | null | undefined): string {
  return DEMO_USERS.find((user) => user.workerSid === workerSid)?.name ?? 'nobody';
}

/** Statuses of all timers by name, as they were started. */
export async function timers(running: RunningProduct): Promise<Timer[]> {
  return (await running.get('/local/timers')).body as Timer[];
}

export async function timerStatuses(running: RunningProduct): Promise<string[]> {
  return (await timers(running)).map(({ status }) => status);
}

/** A refusal's status and code, in one. */
export function refusal({ status, body, headers }: Answer): string {
  expect(headers.get('content-type')).toBe('application/problem+json');
  const { code, status: inBody } = body as { code: string; status: number };
  expect(inBody).toBe(status);
  return `${status} ${code}`;
}

/** Something that happens in Twilio without us. */
export async function twilio(path: string, form?: Record<string, string>): Promise<Record<string, unknown>> {
  const { accountSid, authToken } = DEMO_TWILIO;
  const response = await fetch(process.env['TWILIO_BASE_URL'] + path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

export const goOffline = (...names: string[]) => setActivities(names, OFFLINE.sid);
export const goOnline = (...names: string[]) => setActivities(names, AVAILABLE.sid);

async function setActivities(names: string[], ActivitySid: string): Promise<void> {
  for (const { name, workerSid } of DEMO_USERS) {
    if (names.includes(name))
      await twilio(`/v1/Workspaces/${DEMO_TWILIO.workspaceSid}/Workers/${workerSid}`, { ActivitySid });
  }
}

/** Moves the clock to so many milliseconds after a moment. */
export async function advanceTo(running: RunningProduct, moment: string, plusMilliseconds = 0) {
  const { clock } = running.product;
  await clock.advance(Date.parse(moment) + plusMilliseconds - clock.now().getTime());
}
