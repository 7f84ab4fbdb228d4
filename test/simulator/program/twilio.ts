import { againWhileThrottled, type ThrottledOptions } from '../../../lambda/adapters/twilio/throttled';
import type { TwilioRequest, TwilioResponse } from '../../../lambda/adapters/twilio/transport';
import { TwilioError } from '../../../lambda/actions/ports';
import { ALARMS } from '../../../local/twilio/alarms';
import { TwilioRefusal } from '../../../local/twilio/errors';
import { Platform } from '../../../local/twilio/platform';
import { type ApiAnswer } from '../../../local/twilio/requests';
import { leave } from '../../../local/twilio/flex/joining';
import { findRoute } from '../../../local/twilio/router';
import { assignPendingTasks } from '../../../local/twilio/taskrouter/assignment';
import { createWorkers } from '../../../local/twilio/taskrouter/worker-moves';
import type { State } from '../../../local/ports';
import type { ScopedWebhook, Task } from '../../../local/twilio/records';
import { RateLimit } from '../../load/rate-limit';
import { ACCOUNT, CREDENTIALS, MINUTE, PUBLIC_URL, SECOND, WORKFLOW, WORKSPACE } from './constants';
import type { Fault, Faults } from './faults';
import type { Fate, Runs } from './runs';
import type { SimulatedTime } from './simulated-time';

/** As lambda/adapters/twilio/transport.ts has it, whose place this takes. */
const MOST_MILLISECONDS_A_TRY = 4_000;
const BASE = 'https://api.twilio.example';
const NO_HEADERS = new Headers();

/** The stand-in for Twilio, without HTTP in between, with what the network and Twilio can do to a request. */
export class SimulatedTwilio {
  readonly platform: Platform;
  /** Hears of tasks that were made more than a minute after their invite had timed out. */
  onTooLate: (task: Task) => void = () => undefined;
  /** Hears of webhooks that we put on a conversation; too late: as above. */
  onHook: (hook: Pick<ScopedWebhook, 'sid' | 'conversationSid'>, isTooLate: boolean) => void = () =>
    undefined;
  /** Hears of tasks that we have accepted, and whose agents have not come by that. */
  onJoinedNobody: (taskSid: string) => void = () => undefined;
  private limit: RateLimit | undefined;
  private readonly tooLate = new Set<TwilioRequest>();

  constructor(
    state: State,
    private readonly runs: Runs,
    private readonly time: SimulatedTime,
    private readonly faults: Faults,
    agents: number,
  ) {
    this.platform = new Platform(
      {
        clock: time,
        state,
        activity: { track: (work) => work },
        accountSid: ACCOUNT,
        authToken: CREDENTIALS.authToken,
        workspaceSid: WORKSPACE,
        workflowSid: WORKFLOW,
        publicUrl: PUBLIC_URL,
        deliverTo: PUBLIC_URL,
      },
      { alarms: ALARMS, afterChange: assignPendingTasks },
    );
    createWorkers(this.platform);
    const { workers } = this.platform.store;
    const all = workers.values().filter(({ roles }) => roles.includes('agent'));
    for (const { sid } of all.slice(agents)) workers.delete(sid);
  }

  /** Tasks of the conversation that are not over. */
  liveTasks(conversationSid: string): Task[] {
    return this.platform.store.tasks.ofConversation(conversationSid).filter(isLive);
  }

  /** From now on; all above that are answered 429. */
  limitTo(perSecond: number): void {
    this.limit = new RateLimit(perSecond);
  }

  get requests(): { readonly asked: number; readonly refused: number } {
    const { asked = 0, refused = 0 } = this.limit ?? {};
    return { asked, refused };
  }

  /** In place of the transport. Where a rate is limited, its calls are made again as the transport does it. */
  async request(request: TwilioRequest, options: ThrottledOptions): Promise<TwilioResponse> {
    if (this.limit === undefined) return this.tryOnce(request, options);
    const sleep = (milliseconds: number) =>
      this.runs.call('sleep', () => undefined, { carriedOutAfter: 0, answeredAfter: milliseconds });
    const random = () =>
      this.faults.chance.of(`back-off ${this.runs.current?.key} ${this.runs.current?.calls}`);
    const makeTry = async () => ({ ...(await this.tryOnce(request, options)), headers: NO_HEADERS });
    return againWhileThrottled(makeTry, { ...options, sleep, random });
  }

  /** Of at most 4 s, and no more than the run's budget. */
  private async tryOnce(request: TwilioRequest, { budget }: ThrottledOptions): Promise<TwilioResponse> {
    const patience = Math.min(MOST_MILLISECONDS_A_TRY, budget.left());
    const path = new URL(request.uri).pathname;
    if (patience <= 0) throw new TwilioError(path, 'unavailable');
    const name = `${request.method} ${path.split('/').findLast((part) => !/^[A-Z]{2}[0-9a-f]{32}$/.test(part))}`;
    return this.runs.call(name, () => this.answer(request), this.fateOf(request, path, patience));
  }

  private fateOf(request: TwilioRequest, path: string, patience: number): Fate<TwilioResponse> {
    const { chance } = this.faults;
    const key = `${request.method} ${this.runs.current?.key} ${this.runs.current?.calls}`;
    const strikes = (fault: Fault) => this.faults.strikes(fault, key);
    const timesOut = () => ({ error: new TwilioError(path, 'unavailable') });
    const status = (statusCode: number) => ({ answer: { statusCode, body: '{}' } });
    const isWrite = request.method !== 'get' && !path.endsWith('/validate');
    const there = chance.between(`there ${key}`, 5, 80);
    const back = there + chance.between(`back ${key}`, 5, 80);

    if (this.limit?.allows(this.time.moment()) === false)
      return { carriedOutAfter: null, answeredAfter: back, instead: status(429) };
    if (strikes('twilio-429'))
      return { carriedOutAfter: null, answeredAfter: Math.min(patience, back * 20), instead: status(429) };
    if (strikes('twilio-500')) return { carriedOutAfter: null, answeredAfter: back, instead: status(500) };
    if (this.faults.isOut('twilio') || strikes('twilio-time-out'))
      return { carriedOutAfter: null, answeredAfter: patience, instead: timesOut() };
    if (isWrite) {
      if (strikes('twilio-500-carried-out'))
        return { carriedOutAfter: there, answeredAfter: back, instead: status(500) };
      if (strikes('twilio-time-out-carried-out'))
        return { carriedOutAfter: there, answeredAfter: patience, instead: timesOut() };
      if (strikes('twilio-time-out-carried-out-later')) {
        const later = chance.between(`later ${key}`, SECOND, 59 * SECOND);
        return { carriedOutAfter: patience + later, answeredAfter: patience, instead: timesOut() };
      }
      if (strikes('twilio-time-out-carried-out-minutes-later')) {
        const later = chance.between(`later ${key}`, 61 * SECOND, 10 * MINUTE);
        this.tooLate.add(request);
        return { carriedOutAfter: patience + later, answeredAfter: patience, instead: timesOut() };
      }
    }
    if (strikes('twilio-slow')) {
      const slow = chance.between(`slow ${key}`, 100, patience - 1);
      return { carriedOutAfter: chance.between(`slow there ${key}`, 1, slow), answeredAfter: slow };
    }
    return back < patience
      ? { carriedOutAfter: there, answeredAfter: back }
      : { carriedOutAfter: there, answeredAfter: patience, instead: timesOut() };
  }

  /** Something new is there. */
  private made(path: string, { body }: ApiAnswer, isTooLate: boolean): void {
    if (path.endsWith('/Invites') && isTooLate) this.onTooLate(this.platform.store.tasks.values().at(-1)!);
    const { sid = '', conversation_sid: conversationSid = '' } = (body ?? {}) as Record<string, string>;
    if (path.endsWith('/Webhooks')) this.onHook({ sid, conversationSid }, isTooLate);
  }

  /** What should bring an agent into the channel, and does not. */
  private accepted(path: string, { data }: TwilioRequest): void {
    const [, taskSid = ''] = /\/Tasks\/(\w+)\/Reservations\//.exec(path) ?? [];
    const isAccept = fields(typeof data === 'object' ? data : {}).some(
      (field) => field.join() === 'ReservationStatus,accepted',
    );
    if (!isAccept || !this.faults.strikes('accept-joins-nobody', taskSid)) return;
    const { channels, channelParticipants } = this.platform.store;
    const joined = channelParticipants.values().find(({ routing }) => routing?.task_sid === taskSid);
    const channel = channels.get(joined?.channelSid ?? '');
    if (joined === undefined || channel === undefined) return;
    leave(this.platform, channel, joined);
    this.onJoinedNobody(taskSid);
  }

  private async answer(request: TwilioRequest): Promise<TwilioResponse> {
    const { status, body } = await this.answered(request);
    return { statusCode: status, body: body === undefined ? '' : JSON.stringify(body) };
  }

  private async answered(request: TwilioRequest): Promise<ApiAnswer> {
    try {
      const { method, uri, params = {}, data } = request;
      const url = new URL(uri);
      for (const [name, value] of fields(params)) url.searchParams.append(name, value);
      if (isStrangers(data)) return STRANGER;
      const found = findRoute(method.toUpperCase(), url.pathname);
      const isJson = typeof data === 'string';
      const call = {
        method: method.toUpperCase(),
        path: url.pathname,
        params: found.params,
        query: url.searchParams,
        form: new URLSearchParams(isJson ? [] : fields(data ?? {})),
        json: isJson ? withoutTicket(JSON.parse(data)) : undefined,
        headers: {},
        base: BASE,
      };
      const act = () => {
        const answer = found.route.handle(this.platform, call);
        if (request.method === 'post') {
          this.made(url.pathname, answer, this.tooLate.has(request));
          this.accepted(url.pathname, request);
        }
        return answer;
      };
      return found.route.method === 'GET' ? act() : await this.platform.change(act);
    } catch (error) {
      if (!(error instanceof TwilioRefusal)) throw error;
      return {
        status: error.status,
        body: { code: error.code, message: error.message, status: error.status },
      };
    }
  }
}

export function isLive({ status }: Task): boolean {
  return status !== 'completed' && status !== 'canceled';
}

function fields(values: object): [string, string][] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, String(each)]));
}

/** A user of the account who is at no desk, and has to do with none of it. */
const STRANGER: ApiAnswer = {
  status: 200,
  body: { valid: true, code: 0, identity: 'mallory', roles: ['agent'], worker_sid: `WK${'a'.repeat(32)}` },
};

function isStrangers(data: unknown): boolean {
  return typeof data === 'string' && data.includes('demo-token-mallory');
}

/** Each request of a person has a token of its own, `demo-token-alice.17`, so that no check of another is remembered. */
function withoutTicket(json: unknown): unknown {
  const { token } = json as { token?: string };
  return token === undefined ? json : { token: token.split('.')[0] };
}
