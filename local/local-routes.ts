import { type IncomingMessage, type RequestListener } from 'node:http';
import { durationSeconds } from '../lambda/domain/duration';
import { send } from './front';
import { splitTarget } from './front-event';
import { type HttpReply } from './front-reply';
import { readBody } from './http-server';
import { report } from './report';
import { findRoute } from './routes';
import { CHANNEL_TYPES, type ChannelType, StandInRefusal, type Writer, WRITERS } from './twilio';

const LARGEST_BODY_BYTES = 64 * 1024;
/** A little over ten years. Nothing here lasts longer than half a year, so that a longer advance is a slip of the pen. */
const LONGEST_ADVANCE = 'P3660D';
const LONGEST_NAME = 100;

type Body = Readonly<Record<string, unknown>>;

/** What people do in the built-in Twilio. Refuses with StandInRefusal. */
export interface StandIn {
  agents: () => unknown;
  tasks: () => unknown;
  conversations: () => unknown;
  messages: (conversationSid: string) => unknown;
  /** Attempts to deliver webhooks, after the one with this id. */
  webhooks: (after?: string) => unknown;
  changeAvailability: (workerSid: string, available: boolean) => unknown;
  startConversation: (channelType: ChannelType, customerName?: string) => unknown;
  writeMessage: (conversationSid: string, from: Writer, body: string) => unknown;
  acceptTask: (taskSid: string) => unknown;
  declineTask: (taskSid: string) => unknown;
  completeTask: (taskSid: string) => unknown;
}

export interface LocalRoutesOptions {
  readonly clock: { now(): Date; advance(milliseconds: number): Promise<Date> };
  readonly timers: () => unknown;
  /** What the event bus has taken after the event with this id; undefined: there is no such event. */
  readonly events: (after?: string) => unknown;
  /** Records that owe something. */
  readonly owed: () => Promise<unknown>;
  /** What `npm run connect` and `npm run status` have to know of the product that runs here. */
  readonly deployment: () => unknown;
  readonly sweep: () => Promise<unknown>;
  /** Absent where another Twilio is used: its routes are 404 then. */
  readonly standIn?: StandIn | undefined;
  /** Resolves when the webhooks of what somebody did in the built-in Twilio are handled, or after a while. */
  readonly settled: () => Promise<void>;
}

type Act = (parameters: Readonly<Record<string, string>>, body: Body, query: URLSearchParams) => unknown;

/** What the caller gets to read as a problem. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The routes under `/local/`, which exist on one machine only. */
export function localRoutes(options: LocalRoutesOptions): RequestListener {
  const inTwilio = options.standIn ? standInActs(options.standIn) : {};
  const acts = { ...ownActs(options), ...inTwilio };
  const routes = Object.keys(acts).map((routeKey) => ({ routeKey, functionId: routeKey }));
  return (request, response) => {
    const answer = async (): Promise<HttpReply> => {
      const [path, query] = splitTarget(request);
      const match = findRoute(routes, request.method ?? '', path);
      if (!match) throw new Refusal(404, 'not-found', 'There is no such route');
      const body = await bodyOf(request);
      const { routeKey } = match.route;
      const done = await acts[routeKey]!(match.pathParameters, body, new URLSearchParams(query));
      if (routeKey in inTwilio && isWaitedFor(request)) await options.settled();
      return json(200, done);
    };
    void answer()
      .catch((error: unknown) => problem(error))
      .then((reply) => send(response, reply));
  };
}

function ownActs({
  clock,
  timers,
  events,
  owed,
  deployment,
  sweep,
}: LocalRoutesOptions): Record<string, Act> {
  return {
    'GET /local/clock': () => ({ now: clock.now().toISOString() }),
    'POST /local/clock': async (_, body) => ({ now: (await clock.advance(advanceOf(body))).toISOString() }),
    'GET /local/timers': () => timers(),
    'GET /local/events': (_, _body, query) => {
      const listed = events(query.get('after') ?? undefined);
      if (listed === undefined) throw invalid('after must be the id of an event of this list');
      return listed;
    },
    'GET /local/owed': () => owed(),
    'GET /local/deployment': () => deployment(),
    'POST /local/sweep': async () => (await sweep()) ?? {},
  };
}

/**
 * Whoever does something in Twilio sees its consequences in the next request; but for who makes load, and asks not to
 * wait until all is quiet. Source: RFC 7240.
 */
function isWaitedFor({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && headers['prefer'] !== 'respond-async';
}

function standInActs(standIn: StandIn): Record<string, Act> {
  return {
    'GET /local/agents': () => standIn.agents(),
    'GET /local/tasks': () => standIn.tasks(),
    'GET /local/webhooks': (_, _body, query) => standIn.webhooks(query.get('after') ?? undefined),
    'GET /local/conversations': () => standIn.conversations(),
    'GET /local/conversations/{conversationSid}/messages': ({ conversationSid = '' }) =>
      standIn.messages(conversationSid),
    'POST /local/agents/{workerSid}': ({ workerSid = '' }, body) =>
      standIn.changeAvailability(workerSid, yesOrNo(body, 'available')),
    'POST /local/conversations': (_, body) =>
      standIn.startConversation(oneOf(body, 'channelType', CHANNEL_TYPES), customerName(body)),
    'POST /local/conversations/{conversationSid}/messages': ({ conversationSid = '' }, body) =>
      standIn.writeMessage(conversationSid, oneOf(body, 'from', WRITERS), text(body, 'body')),
    'POST /local/tasks/{taskSid}/accept': ({ taskSid = '' }) => standIn.acceptTask(taskSid),
    'POST /local/tasks/{taskSid}/decline': ({ taskSid = '' }) => standIn.declineTask(taskSid),
    'POST /local/tasks/{taskSid}/complete': ({ taskSid = '' }) => standIn.completeTask(taskSid),
  };
}

function advanceOf(body: Body): number {
  const seconds = durationSeconds(text(body, 'advance'));
  if (seconds === undefined)
    throw invalid('advance must be an ISO 8601 duration of weeks, days, hours, minutes and seconds');
  if (seconds > durationSeconds(LONGEST_ADVANCE)!)
    throw invalid(`advance must be ${LONGEST_ADVANCE} at most, which is ten years`);
  return seconds * 1000;
}

function oneOf<T extends string>(body: Body, field: string, known: readonly T[]): T {
  const found = known.find((each) => each === body[field]);
  if (found) return found;
  throw invalid(`${field} must be one of ${known.join(', ')}`);
}

function text(body: Body, field: string): string {
  const value = body[field];
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`${field} must be a text`);
}

function customerName(body: Body): string | undefined {
  if (body['customerName'] === undefined) return undefined;
  const name = text(body, 'customerName');
  if (name.length > LONGEST_NAME) throw invalid(`customerName must have ${LONGEST_NAME} characters at most`);
  return name;
}

function yesOrNo(body: Body, field: string): boolean {
  const value = body[field];
  if (typeof value === 'boolean') return value;
  throw invalid(`${field} must be true or false`);
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const body = (await readBody(request, LARGEST_BODY_BYTES)).toString();
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Body;
  } catch {
    // Answered like JSON that is no object.
  }
  throw invalid('The body must be a JSON object');
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'invalid-request', message);
}

function json(status: number, value: unknown, contentType = 'application/json'): HttpReply {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value ?? {}) };
}

function problem(error: unknown): HttpReply {
  const { status, code, message } = refusalOf(error);
  return json(status, { title: message, status, code }, 'application/problem+json');
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StandInRefusal) {
    return new Refusal(error.status, error.status === 404 ? 'not-found' : 'wrong-state', error.message);
  }
  report('local route failed', {}, error);
  return new Refusal(500, 'internal-error', 'Something went wrong, see standard error');
}
