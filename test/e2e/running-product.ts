import { type BusEvent } from '../../local/event-bridge';
import { type Observe } from '../../local/observe';
import type * as products from '../../local/product';
import { DEMO_TWILIO } from '../../local/settings';
import type * as deployed from '../doubles/deployed-once';
import type * as eventSchemas from '../contract/event-schemas';
import type * as describedAnswersOf from '../contract/described-answers';
import type * as twilioContract from '../contract/twilio-contract';
import { neverAsked } from '../contract/never-asked';
import { loadedOnce } from '../of-process';
import { recordingProxy, type Recorded } from './recording-proxy';

const { startProduct } = loadedOnce<typeof products>('local/product.ts');
const { deployedOnce } = loadedOnce<typeof deployed>('test/doubles/deployed-once.ts');
const { describedAnswers } = loadedOnce<typeof describedAnswersOf>('test/contract/described-answers.ts');
const { eventErrors } = loadedOnce<typeof eventSchemas>('test/contract/event-schemas.ts');
const { twilioViolations } = loadedOnce<typeof twilioContract>('test/contract/twilio-contract.ts');

export const ALICE = 'demo-token-alice';
export const BOB = 'demo-token-bob';
export const DEE = 'demo-token-dee';
export const ADA = 'demo-token-ada';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined for an empty body. */
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look at it field by field
}

export interface RunningOptions extends Partial<products.ProductOptions> {
  /** false: requests to Twilio are neither seen nor held to anything, which is quicker. */
  readonly isWatched?: boolean;
}

/**
 * The whole product in this process, outside of the file of tests, over HTTP. Every answer is held to docs/openapi.yaml,
 * whether a test, a browser or Twilio hears it; every request to Twilio to Twilio's own OpenAPI description, and to what is
 * never asked for: what does not conform fails the test that caused it.
 */
export class RunningProduct {
  /** Requests to Twilio so far: "POST /v1/…". */
  readonly twilioRequests: string[] = [];
  /** Decides for each of them ("POST /v1/…") whether Twilio fails: answers with this status, or resets the connection. */
  twilioFails: (request: string) => number | 'reset' | undefined = () => undefined;

  private constructor(
    readonly product: products.Product,
    /** What did not conform so far. */
    readonly violations: string[],
    private readonly twilio: { url: string; close(): Promise<void> },
  ) {}

  static async start({ isWatched = true, ...options }: RunningOptions = {}): Promise<RunningProduct> {
    const violations: string[] = [];
    const onAnswer = describedAnswers((violation) => void violations.push(violation));
    const product = await startProduct({ port: 0, code: deployedOnce, onAnswer, ...options });
    const record: { running?: RunningProduct } = {};
    const behind = process.env['TWILIO_BASE_URL']!;
    const twilio = await recordingProxy(
      behind,
      (request) => record.running?.check(request),
      (request) => record.running?.twilioFails(request),
    );
    if (isWatched) process.env['TWILIO_BASE_URL'] = twilio.url;
    return (record.running = new RunningProduct(product, violations, twilio));
  }

  async ask(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers: object = {},
  ): Promise<Answer> {
    const response = await fetch(this.product.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: parsed };
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.ask('GET', path, token);
  }

  post(path: string, token?: string, body: unknown = {}): Promise<Answer> {
    return this.ask('POST', path, token, body);
  }

  /** Settings as they are, with changes. */
  async set(change: { pause?: object; leave?: object; [key: string]: unknown }): Promise<Answer> {
    const before = (await this.get('/settings', ADA)).body as {
      version: number;
      pause: object;
      leave: object;
    };
    const wanted = {
      ...before,
      ...change,
      pause: { ...before.pause, ...change.pause },
      leave: { ...before.leave, ...change.leave },
    };
    return this.ask('PUT', '/settings', ADA, wanted, { 'if-match': String(before.version) });
  }

  async advance(duration: string): Promise<void> {
    const { status } = await this.post('/local/clock', undefined, { advance: duration });
    expect(status).toBe(200);
  }

  /** A customer's conversation that Alice has accepted. */
  async accepted(channelType = 'web'): Promise<{ conversationSid: string; taskSid: string; path: string }> {
    const body = (await this.post('/local/conversations', undefined, { channelType })).body as {
      conversationSid: string;
      taskSid: string;
    };
    const { status } = await this.post(`/local/tasks/${body.taskSid}/accept`);
    expect(status).toBe(200);
    return { ...body, path: `/conversations/${body.conversationSid}` };
  }

  async runningTimers(): Promise<number> {
    const timers = (await this.get('/local/timers')).body as { status: string }[];
    return timers.filter(({ status }) => status === 'RUNNING').length;
  }

  /** Tasks of the conversation that are not over, as Twilio knows them. */
  async liveTasks(conversationSid: string): Promise<string[]> {
    const { interactionSid, channelSid } = (await this.get(`/conversations/${conversationSid}`, DEE))
      .body as Record<string, string>;
    const { invites } = (await this.atTwilio(
      `/v1/Interactions/${interactionSid}/Channels/${channelSid}/Invites`,
    )) as {
      invites: { routing: { properties: { sid: string; workspace_sid: string } } }[];
    };
    const tasks = await Promise.all(
      invites.map(async ({ routing: { properties } }) => {
        const path = `/v1/Workspaces/${properties.workspace_sid}/Tasks/${properties.sid}`;
        return (await this.atTwilio(path)) as { sid: string; assignment_status?: string };
      }),
    );
    const isLive = (status = 'gone') => ['pending', 'reserved', 'assigned', 'wrapping'].includes(status);
    return tasks.filter((task) => isLive(task.assignment_status)).map(({ sid }) => sid);
  }

  private async atTwilio(path: string): Promise<unknown> {
    const { accountSid, authToken } = DEMO_TWILIO;
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    const response = await fetch(process.env['TWILIO_BASE_URL'] + path, { headers: { authorization } });
    return response.json();
  }

  /** What went to the event bus, oldest first. */
  async events(): Promise<BusEvent[]> {
    return (await this.get('/local/events')).body as BusEvent[];
  }

  async close(): Promise<void> {
    const events = await this.events();
    this.violations.push(...events.flatMap((event) => eventErrors(event['detail-type'], event.detail)));
    await this.product.close();
    await this.twilio.close();
    expect(this.violations).toEqual([]);
  }

  private check(request: Recorded): void {
    this.twilioRequests.push(`${request.method} ${request.url}`);
    this.violations.push(...twilioViolations(request), ...neverAsked(request));
  }
}

export type { Observe };
