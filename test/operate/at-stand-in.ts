import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { budgetOf } from '../../lambda/adapters/budget';
import { transport, type Transport, type TwilioCredentials } from '../../lambda/adapters/twilio/transport';
import { connect, type ConnectOptions } from '../../operate/connect/connect';
import { Journal } from '../../operate/connect/journal';
import { type Deployment } from '../../operate/deployment/deployment';
import { twilioApi, type TwilioApi } from '../../operate/twilio/api';
import { neverAsked } from '../contract/never-asked';
import { twilioViolations } from '../contract/twilio-contract';
import {
  ACCOUNT,
  AUTH_TOKEN,
  Harness,
  type Json,
  PUBLIC_URL,
  WORKFLOW,
  WORKSPACE,
} from '../local/twilio/harness';

export const DEPLOYMENT: Deployment = {
  name: 'flex-leave-pause-test',
  apiUrl: PUBLIC_URL,
  taskRouterWebhookUrl: `${PUBLIC_URL}/webhooks/taskrouter`,
  conversationsWebhookUrl: `${PUBLIC_URL}/webhooks/conversations`,
  accountSid: ACCOUNT,
  workspaceSid: WORKSPACE,
  workflowSid: WORKFLOW,
  secretName: 'twilio',
  tableName: 'records',
  stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Timer',
  taskRouterWebhookLogs: 'TaskRouterWebhookLogs',
  conversationsWebhookLogs: 'ConversationsWebhookLogs',
};
export const CREDENTIALS: TwilioCredentials = { accountSid: ACCOUNT, authToken: AUTH_TOKEN };

export const WORKSPACE_PATH = `/v1/Workspaces/${WORKSPACE}`;
export const SERVICE_WEBHOOKS = `/v1/Services/IS${'c4a7'.padEnd(32, '0')}/Configuration/Webhooks`;
export const ACCOUNT_WEBHOOKS = '/v1/Configuration/Webhooks';
/** Somebody else's address, with a password and a key that nobody may see. */
export const OTHERS = 'https://user:pass-word@somebody.example/hook?key=the-key';

/** The stand-in for Twilio, not connected with anybody, and the commands on it. */
export class AtStandIn {
  /** What was asked of Twilio and is not as Twilio describes it. */
  readonly violations: string[] = [];
  /** "POST /v1/…", writes only. */
  readonly writes: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-connect-'));
  readonly journal = new Journal(DEPLOYMENT.name, this.folder);
  readonly twilio: TwilioApi;

  private constructor(readonly harness: Harness) {
    this.twilio = this.twilioWith(CREDENTIALS);
  }

  static async open(): Promise<AtStandIn> {
    const harness = await Harness.open();
    await harness.post(WORKSPACE_PATH, { EventCallbackUrl: '' });
    await harness.post(SERVICE_WEBHOOKS, { PostWebhookUrl: '', Filters: '', Method: '' });
    return new AtStandIn(harness);
  }

  async close(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    await this.harness.close();
    expect(this.violations).toEqual([]);
  }

  /** The command, with what it says. */
  async connect(options: ConnectOptions = {}): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const { twilio, journal } = this;
    const code = await connect(options, { twilio, deployment: DEPLOYMENT, journal, say });
    return { code, said: lines.join('\n') };
  }

  workspace(): Promise<Json> {
    return this.read(WORKSPACE_PATH);
  }

  async read(path: string): Promise<Json> {
    return (await this.harness.get(path)).body;
  }

  twilioWith(credentials: TwilioCredentials): TwilioApi {
    return twilioApi(this.watched(this.transport(credentials)));
  }

  transport(credentials: TwilioCredentials = CREDENTIALS): Transport {
    return transport({
      credentials: async () => credentials,
      baseUrl: this.harness.url,
      budget: budgetOf(60_000, () => 0),
    });
  }

  private watched(behind: Transport): Transport {
    return {
      request: (request) => {
        const { pathname, search } = new URL(request.uri);
        const query = new URLSearchParams(pairs(request.params ?? {})).toString();
        const asked = {
          method: request.method.toUpperCase(),
          url: pathname + search + (query === '' ? '' : `?${query}`),
          headers: request.headers ?? {},
          body: new URLSearchParams(pairs((request.data ?? {}) as object).filter(isSet)).toString(),
        };
        this.violations.push(...twilioViolations(asked), ...neverAsked(asked));
        if (asked.method !== 'GET') this.writes.push(`${asked.method} ${asked.url}`);
        return behind.request(request);
      },
    };
  }
}

/** An empty field takes the value away at Twilio, of which its description does not tell. */
const isSet = ([, value]: [string, string]) => value !== '';

function pairs(values: object): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, String(each)]),
  );
}
